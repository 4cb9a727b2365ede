import { describe, expect, test } from 'vitest';
import { createSvgPen, svgDocument } from './svg-pen.ts';

const penOf = () =>
  createSvgPen({
    colourOf: (colour) => `rgb-${colour}`,
    measureText: () => {
      throw new Error('nothing to measure');
    },
    id: 'plot',
  });

describe('a pen that writes SVG', () => {
  test('strokes what was traced since the path was begun, with its colour, width and dashes', () => {
    const pen = penOf();
    pen.moveTo(9, 9);
    pen.beginPath();
    pen.stroke();
    pen.moveTo(1, 2);
    pen.lineTo(3.14159, 4);
    pen.strokeStyle = 'red';
    pen.lineWidth = 1.75;
    pen.setLineDash([2, 4.001]);
    pen.stroke();
    pen.setLineDash([]);
    pen.stroke();
    const [dashed, whole] = pen.markup().split('\n');
    expect(dashed).toBe(
      '<path d="M1 2L3.14 4" fill="none" stroke="rgb-red" stroke-width="1.75" stroke-linejoin="miter" stroke-dasharray="2 4"/>',
    );
    expect(whole).not.toContain('dasharray');
  });

  test('makes what is pale pale as a whole, and draws a rectangle from any of its corners', () => {
    const pen = penOf();
    pen.globalAlpha = 0.16;
    pen.fillRect(0, 1, 2, -3);
    expect(pen.markup()).toBe('<rect x="0" y="-2" width="2" height="3" fill="rgb-#000" opacity="0.16"/>');
  });

  test('cuts off what lies outside of a clip until it is restored, under a name of its own', () => {
    const pen = penOf();
    pen.save();
    pen.rect(0, 0, 10, 20);
    pen.clip();
    pen.save();
    pen.clip();
    pen.restore();
    pen.fillRect(0, 0, 1, 1);
    pen.restore();
    expect(pen.markup()).toBe(
      [
        '<clipPath id="plot-1"><path d="M0 0h10v20h-10z"/></clipPath><g clip-path="url(#plot-1)">',
        '<clipPath id="plot-2"><path d="M0 0h10v20h-10z"/></clipPath><g clip-path="url(#plot-2)">',
        '</g>',
        '<rect x="0" y="0" width="1" height="1" fill="rgb-#000"/>',
        '</g>',
      ].join('\n'),
    );
  });

  test('has the style again that was saved, as a canvas has', () => {
    const pen = penOf();
    pen.fillStyle = 'red';
    pen.setLineDash([3]);
    pen.save();
    pen.fillStyle = 'blue';
    pen.globalAlpha = 0.5;
    pen.setLineDash([]);
    pen.restore();
    pen.strokeRect(0, 0, 1, 1);
    pen.fillRect(0, 0, 1, 1);
    expect(pen.markup()).toContain('stroke-dasharray="3"');
    expect(pen.markup()).toContain('fill="rgb-red"/>');
  });

  test('writes words so that no sign of theirs is taken for SVG, where they stand', () => {
    const pen = penOf();
    pen.textAlign = 'right';
    pen.textBaseline = 'bottom';
    pen.fillText('K < "K_c" & more\u0001', 5, 6);
    expect(pen.markup()).toBe(
      '<text x="5" y="6" text-anchor="end" dominant-baseline="text-after-edge" fill="rgb-#000">K &lt; &quot;K_c&quot; &amp; more</text>',
    );
  });

  test('holds a picture, with its pixels as they are where the canvas keeps them so', () => {
    const pen = penOf();
    const picture = { toDataURL: () => 'data:image/png;base64,AA==' } as HTMLCanvasElement;
    pen.imageSmoothingEnabled = false;
    pen.drawImage(picture, 1, 2, 30, 40);
    expect(pen.markup()).toBe(
      '<image x="1" y="2" width="30" height="40" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,AA=="/>',
    );
    pen.imageSmoothingEnabled = true;
    pen.drawImage(picture, 0, 0, 1, 1);
    expect(pen.markup().match(/pixelated/g)?.length).toBe(1);
  });
});

test('a file of SVG tells its size and its font, whatever signs are in its name', () => {
  const text = svgDocument({ widthPx: 100.001, heightPx: 50 }, { sizePx: 11, family: 'A "B"' }, '<g/>');
  expect(text).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50" font-family="A &quot;B&quot;" font-size="11">\n<g/>\n</svg>\n',
  );
});

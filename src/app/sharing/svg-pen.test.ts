import { describe, expect, test } from 'vitest';
import { createSvgPen } from './svg-pen.ts';

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
    pen.moveTo(1, 2);
    pen.lineTo(3.14159, 4);
    pen.strokeStyle = 'red';
    pen.lineWidth = 1.75;
    pen.setLineDash([2, 4]);
    pen.stroke();
    pen.setLineDash([]);
    pen.stroke();
    const [dashed, whole] = pen.markup().split('\n');
    expect(dashed).toBe(
      '<path d="M1 2L3.14 4" fill="none" stroke="rgb-red" stroke-width="1.75" stroke-linejoin="miter" stroke-dasharray="2 4"/>',
    );
    expect(whole).not.toContain('dasharray');
  });

  test('makes what is pale pale as a whole', () => {
    const pen = penOf();
    pen.globalAlpha = 0.16;
    pen.fillRect(0, 1, 2, 3);
    expect(pen.markup()).toBe('<g opacity="0.16"><rect x="0" y="1" width="2" height="3" fill="rgb-#000"/></g>');
  });

  test('cuts off what lies outside of a clip until it is restored, under a name of its own', () => {
    const pen = penOf();
    pen.save();
    pen.rect(0, 0, 10, 20);
    pen.clip();
    pen.fillRect(0, 0, 1, 1);
    pen.restore();
    expect(pen.markup()).toBe(
      [
        '<clipPath id="plot-1"><path d="M0 0h10v20h-10Z"/></clipPath><g clip-path="url(#plot-1)">',
        '<rect x="0" y="0" width="1" height="1" fill="rgb-#000"/>',
        '</g>',
      ].join('\n'),
    );
  });

  test('writes words so that no sign of theirs is taken for SVG, where they stand', () => {
    const pen = penOf();
    pen.textAlign = 'right';
    pen.textBaseline = 'bottom';
    pen.fillText('K < "K_c" & more', 5, 6);
    expect(pen.markup()).toBe(
      '<text x="5" y="6" text-anchor="end" dominant-baseline="text-after-edge" fill="rgb-#000">K &lt; &quot;K_c&quot; &amp; more</text>',
    );
  });
});

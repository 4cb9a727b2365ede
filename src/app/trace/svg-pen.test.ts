import { describe, expect, it } from 'vitest';
import { createSvgPen } from './svg-pen.ts';

const make = () => createSvgPen(100, 50, { sizePx: 11, family: 'A "B"' }, (text) => ({ width: 6 * text.length }) as TextMetrics);

describe('a drawing as SVG', () => {
  it('has the strokes, colours and texts of the canvas, and text is never markup', () => {
    const { pen, text } = make();
    pen.strokeStyle = '#ff0000';
    pen.globalAlpha = 0.5;
    pen.setLineDash([4, 3]);
    pen.beginPath();
    pen.moveTo(1, 2);
    pen.lineTo(3.14159, 4);
    pen.stroke();
    pen.globalAlpha = 1;
    pen.textAlign = 'right';
    pen.fillStyle = '#00ff00';
    pen.fillText('<b>&"\u0001', 10, 20);
    expect(text()).toContain('<path d="M1 2L3.14 4" fill="none" stroke="#ff0000" stroke-width="1" stroke-dasharray="4 3" opacity="0.5"/>');
    expect(text()).toContain('<text x="10" y="20" text-anchor="end" fill="#00ff00">&lt;b&gt;&amp;&quot;</text>');
    expect(text()).toContain('font-family="A &quot;B&quot;"');
  });

  it('closes every group that a clip opened, when it is restored', () => {
    const { pen, text } = make();
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, 10, 10);
    pen.clip();
    pen.fillRect(0, 0, 5, -5);
    pen.restore();
    pen.fillRect(1, 1, 1, 1);
    expect(text()).toMatch(/<clipPath id="clip1"><path d="M0 0h10v10h-10z"\/><\/clipPath><g clip-path="url\(#clip1\)">/);
    expect(text()).toMatch(/<rect x="0" y="-5" width="5" height="5" fill="#000"\/>\n<\/g>\n<rect x="1"/);
    expect(text().match(/<g/g)?.length).toBe(text().match(/<\/g>/g)?.length);
  });

  it('holds a picture, with its pixels as they are where the canvas keeps them so', () => {
    const { pen, text } = make();
    const picture = { toDataURL: () => 'data:image/png;base64,AA==' } as HTMLCanvasElement;
    pen.imageSmoothingEnabled = false;
    pen.drawImage(picture, 1, 2, 30, 40);
    expect(text()).toContain(
      '<image x="1" y="2" width="30" height="40" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,AA=="/>',
    );
    pen.imageSmoothingEnabled = true;
    pen.drawImage(picture, 0, 0, 1, 1);
    expect(text().match(/pixelated/g)?.length).toBe(1);
  });
});

/** A pen that understands what the plots draw with and writes it down as SVG: one drawing for the screen and for a file. */
import type { Pen } from '../plots/pen.ts';

export interface SvgPen extends Pen {
  /** What was drawn, as elements of SVG. */
  readonly markup: () => string;
}

export interface SvgPenOptions {
  /** Turns a colour of the page into one that any reader of SVG knows. */
  readonly colourOf: (colour: string) => string;
  readonly measureText: Pen['measureText'];
  /** Begins the names within the drawing: drawings in one file want different ones. */
  readonly id: string;
}

const anchors: Readonly<Record<string, string>> = { left: 'start', center: 'middle', right: 'end' };
const baselines: Readonly<Record<string, string>> = { top: 'hanging', middle: 'central', bottom: 'text-after-edge' };

export function createSvgPen({ colourOf, measureText, id }: SvgPenOptions): SvgPen {
  const parts: string[] = [];
  let path = '';
  let clips = 0;
  let clipsOpen = 0;
  let dash = '';

  const colour = (style: Pen['fillStyle']): string => (typeof style === 'string' ? colourOf(style) : 'none');
  const put = (element: string): void => {
    parts.push(pen.globalAlpha < 1 ? `<g opacity="${n(pen.globalAlpha)}">${element}</g>` : element);
  };
  const stroked = (): string =>
    `fill="none" stroke="${colour(pen.strokeStyle)}" stroke-width="${n(pen.lineWidth)}" stroke-linejoin="${pen.lineJoin}"${dash}`;
  const text = (content: string, x: number, y: number, how: string): void => {
    const anchor = anchors[pen.textAlign] ?? 'start';
    const baseline = baselines[pen.textBaseline] ?? 'auto';
    put(`<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" dominant-baseline="${baseline}" ${how}>${escaped(content)}</text>`);
  };

  const pen: SvgPen = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    lineJoin: 'miter',
    globalAlpha: 1,
    textAlign: 'left',
    textBaseline: 'alphabetic',
    measureText,
    save: () => undefined,
    restore() {
      parts.push('</g>'.repeat(clipsOpen));
      clipsOpen = 0;
    },
    clip() {
      clips++;
      clipsOpen++;
      const name = `${id}-${String(clips)}`;
      parts.push(`<clipPath id="${name}"><path d="${path}"/></clipPath><g clip-path="url(#${name})">`);
    },
    beginPath() {
      path = '';
    },
    moveTo(x, y) {
      path += `M${n(x)} ${n(y)}`;
    },
    lineTo(x, y) {
      path += `L${n(x)} ${n(y)}`;
    },
    rect(x, y, w, h) {
      path += `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`;
    },
    // The plots draw whole circles only.
    arc(x, y, r) {
      path += `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0`;
    },
    fill() {
      put(`<path d="${path}" fill="${colour(pen.fillStyle)}"/>`);
    },
    stroke() {
      put(`<path d="${path}" ${stroked()}/>`);
    },
    fillRect(x, y, w, h) {
      put(`<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${colour(pen.fillStyle)}"/>`);
    },
    fillText(content, x, y) {
      text(content, x, y, `fill="${colour(pen.fillStyle)}"`);
    },
    strokeText(content, x, y) {
      text(content, x, y, stroked());
    },
    setLineDash(segments) {
      const lengths = [...segments];
      dash = lengths.length > 0 ? ` stroke-dasharray="${lengths.join(' ')}"` : '';
    },
    markup: () => parts.join('\n'),
  };
  return pen;
}

/** A hundredth of a pixel is finer than anything is drawn. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

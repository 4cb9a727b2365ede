/** What the diagram is drawn with when it is to be a file of vectors: the same strokes, written as SVG. */
import type { Pen } from './picture.ts';

export interface SvgPen {
  readonly pen: Pen;
  /** The document so far. */
  text(): string;
}

/** @param measure how wide a text is, in the same font. */
export function createSvgPen(
  widthPx: number,
  heightPx: number,
  font: { readonly sizePx: number; readonly family: string },
  measure: Pen['measureText'],
): SvgPen {
  const parts: string[] = [];
  let path = '';
  let clips = 0;
  let openGroups = 0;
  const groups: number[] = [];
  let dash: readonly number[] = [];

  const paint = (name: 'fill' | 'stroke', colour: Pen['fillStyle']): string =>
    `${name}="${typeof colour === 'string' ? escaped(colour) : 'none'}"`;
  const alpha = (): string => (pen.globalAlpha === 1 ? '' : ` opacity="${number(pen.globalAlpha)}"`);
  const stroked = (): string =>
    `fill="none" ${paint('stroke', pen.strokeStyle)} stroke-width="${number(pen.lineWidth)}"${dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`}`;
  const rectangle = (x: number, y: number, width: number, height: number): string =>
    `x="${number(Math.min(x, x + width))}" y="${number(Math.min(y, y + height))}" width="${number(Math.abs(width))}" height="${number(Math.abs(height))}"`;
  const add = (shape: string): void => void parts.push(shape);

  const pen: Pen = {
    strokeStyle: '#000',
    fillStyle: '#000',
    lineWidth: 1,
    globalAlpha: 1,
    textAlign: 'left',
    imageSmoothingEnabled: true,
    save: () => void groups.push(openGroups),
    restore() {
      const kept = groups.pop() ?? 0;
      for (; openGroups > kept; openGroups--) add('</g>');
    },
    beginPath() {
      path = '';
    },
    rect(x, y, width, height) {
      path += `M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}z`;
    },
    clip() {
      clips++;
      openGroups++;
      add(`<clipPath id="clip${String(clips)}"><path d="${path}"/></clipPath><g clip-path="url(#clip${String(clips)})">`);
    },
    moveTo(x, y) {
      path += `M${number(x)} ${number(y)}`;
    },
    lineTo(x, y) {
      path += `${path === '' ? 'M' : 'L'}${number(x)} ${number(y)}`;
    },
    // Of arcs only whole circles are drawn.
    arc(x, y, radius) {
      const [r, d] = [number(radius), number(2 * radius)];
      path += `M${number(x - radius)} ${number(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0`;
    },
    stroke() {
      if (path !== '') add(`<path d="${path}" ${stroked()}${alpha()}/>`);
    },
    fill() {
      if (path !== '') add(`<path d="${path}" ${paint('fill', pen.fillStyle)}${alpha()}/>`);
    },
    fillRect: (x, y, width, height) => {
      add(`<rect ${rectangle(x, y, width, height)} ${paint('fill', pen.fillStyle)}${alpha()}/>`);
    },
    strokeRect: (x, y, width, height) => {
      add(`<rect ${rectangle(x, y, width, height)} ${stroked()}${alpha()}/>`);
    },
    fillText(text, x, y) {
      const anchor = pen.textAlign === 'center' ? 'middle' : pen.textAlign === 'right' ? 'end' : 'start';
      add(
        `<text x="${number(x)}" y="${number(y)}" text-anchor="${anchor}" ${paint('fill', pen.fillStyle)}${alpha()}>${escaped(text)}</text>`,
      );
    },
    measureText: measure,
    drawImage(image, x, y, width, height) {
      const crisp = pen.imageSmoothingEnabled ? '' : ' style="image-rendering:pixelated"';
      add(`<image ${rectangle(x, y, width, height)} preserveAspectRatio="none"${crisp} href="${image.toDataURL()}"/>`);
    },
    setLineDash(segments) {
      dash = [...segments];
    },
  };
  const size = `width="${number(widthPx)}" height="${number(heightPx)}"`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${number(widthPx)} ${number(heightPx)}" font-family="${escaped(font.family)}" font-size="${number(font.sizePx)}">`;
  return { pen, text: () => `${head}\n${parts.join('\n')}\n</svg>\n` };
}

/** Hundredths of a pixel. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  // What XML cannot say at all is left out.
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '').replace(/[^\t\n\r\u0020-\uD7FF\uE000-\u{10FFFF}]/gu, '');
}

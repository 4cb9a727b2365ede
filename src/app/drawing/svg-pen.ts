/** A pen that understands what plots and diagrams draw with and writes it down as SVG: one drawing for the screen and for a file. */
import type { Pen, PenStyle } from './pen.ts';

export interface SvgPen extends Pen {
  /** What was drawn, as elements of SVG. */
  readonly markup: () => string;
}

export interface SvgPenOptions {
  readonly measureText: Pen['measureText'];
  /** Turns a colour of the page into one that any reader of SVG knows. */
  readonly colourOf: (colour: string) => string;
  /** Begins the names within the drawing: drawings in one file want different ones. */
  readonly id: string;
}

const anchors: Readonly<Record<string, string>> = { left: 'start', center: 'middle', right: 'end' };
const baselines: Readonly<Record<string, string>> = { top: 'hanging', middle: 'central', bottom: 'text-after-edge' };
const usual: PenStyle = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter',
  globalAlpha: 1,
  textAlign: 'left',
  textBaseline: 'alphabetic',
  imageSmoothingEnabled: true,
};

export function createSvgPen({ measureText, colourOf, id }: SvgPenOptions): SvgPen {
  const parts: string[] = [];
  const saved: (PenStyle & { readonly clipsOpen: number; readonly dash: string })[] = [];
  let path = '';
  let clips = 0;
  let clipsOpen = 0;
  let dash = '';

  const paint = (name: 'fill' | 'stroke', style: Pen['fillStyle']): string =>
    `${name}="${typeof style === 'string' ? escaped(colourOf(style)) : 'none'}"`;
  const stroked = (): string =>
    `fill="none" ${paint('stroke', pen.strokeStyle)} stroke-width="${n(pen.lineWidth)}" stroke-linejoin="${pen.lineJoin}"${dash}`;
  const put = (name: string, attributes: string, content = ''): void => {
    const alpha = pen.globalAlpha === 1 ? '' : ` opacity="${n(pen.globalAlpha)}"`;
    parts.push(`<${name} ${attributes}${alpha}${content === '' ? '/>' : `>${content}</${name}>`}`);
  };
  const trace = (how: string): void => {
    if (path !== '') put('path', `d="${path}" ${how}`);
  };
  const text = (content: string, x: number, y: number, how: string): void => {
    const baseline = baselines[pen.textBaseline];
    const place = `x="${n(x)}" y="${n(y)}" text-anchor="${anchors[pen.textAlign] ?? 'start'}"`;
    put('text', `${place}${baseline === undefined ? '' : ` dominant-baseline="${baseline}"`} ${how}`, escaped(content));
  };

  const pen: SvgPen = {
    ...usual,
    measureText,
    save() {
      saved.push({ ...styleOf(pen), clipsOpen, dash });
    },
    restore() {
      const { clipsOpen: kept, dash: keptDash, ...style } = saved.pop() ?? { ...usual, clipsOpen: 0, dash: '' };
      for (; clipsOpen > kept; clipsOpen--) parts.push('</g>');
      dash = keptDash;
      Object.assign(pen, style);
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
      path += `${path === '' ? 'M' : 'L'}${n(x)} ${n(y)}`;
    },
    rect(x, y, width, height) {
      path += `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
    },
    // Of arcs only whole circles are drawn.
    arc(x, y, r) {
      path += `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0`;
    },
    fill() {
      trace(paint('fill', pen.fillStyle));
    },
    stroke() {
      trace(stroked());
    },
    fillRect(x, y, width, height) {
      put('rect', `${rectangle(x, y, width, height)} ${paint('fill', pen.fillStyle)}`);
    },
    strokeRect(x, y, width, height) {
      put('rect', `${rectangle(x, y, width, height)} ${stroked()}`);
    },
    fillText(content, x, y) {
      text(content, x, y, paint('fill', pen.fillStyle));
    },
    strokeText(content, x, y) {
      text(content, x, y, stroked());
    },
    drawImage(image, x, y, width, height) {
      const crisp = pen.imageSmoothingEnabled ? '' : ' style="image-rendering:pixelated"';
      put('image', `${rectangle(x, y, width, height)} preserveAspectRatio="none"${crisp} href="${image.toDataURL()}"`);
    },
    setLineDash(segments) {
      const lengths = [...segments];
      dash = lengths.length > 0 ? ` stroke-dasharray="${lengths.map(n).join(' ')}"` : '';
    },
    markup: () => parts.join('\n'),
  };
  return pen;
}

/** A whole file: what was drawn, on a ground. */
export function svgDocument(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { sizePx, family }: { readonly sizePx: number; readonly family: string },
  markup: string,
): string {
  const [width, height] = [n(widthPx), n(heightPx)];
  const font = `font-family="${escaped(family)}" font-size="${n(sizePx)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${font}>\n${markup}\n</svg>\n`;
}

function styleOf(pen: PenStyle): PenStyle {
  return Object.fromEntries(Object.keys(usual).map((name) => [name, pen[name as keyof PenStyle]])) as unknown as PenStyle;
}

function rectangle(x: number, y: number, width: number, height: number): string {
  const corner = `x="${n(Math.min(x, x + width))}" y="${n(Math.min(y, y + height))}"`;
  return `${corner} width="${n(Math.abs(width))}" height="${n(Math.abs(height))}"`;
}

/** A hundredth of a pixel is finer than anything is drawn. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  // What XML cannot say at all is left out.
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '').replace(/[^\t\n\r\u0020-\uD7FF\uE000-\u{10FFFF}]/gu, '');
}

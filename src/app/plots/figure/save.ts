/** A drawing as a file: what the style sheets say is written into it, so that it looks the same anywhere. */
import { download } from '../../session/download.ts';
import { notify } from '../../store/notices.ts';
import { colourReader } from '../colour-bytes.ts';

const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'paint-order',
];
const colours = new Set(['fill', 'stroke']);
/** A picture is twice as fine as the screen counts. */
const pixelRatio = 2;

export function saveSvg(svg: SVGSVGElement, name: string): void {
  download(new Blob([standalone(svg)], { type: 'image/svg+xml' }), `${name}.svg`);
}

export function savePng(svg: SVGSVGElement, name: string): void {
  const { width, height } = svg.getBoundingClientRect();
  pngOf(standalone(svg), width, height).then(
    (file) => {
      download(file, `${name}.png`);
    },
    () => {
      notify('danger', 'The picture could not be made', ['“SVG” saves the same drawing.']);
    },
  );
}

/** A text of SVG as a picture, of so many CSS pixels. Fails where the browser cannot draw it. */
export async function pngOf(text: string, widthPx: number, heightPx: number): Promise<Blob> {
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  picture.src = url;
  try {
    await picture.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(widthPx * pixelRatio);
  canvas.height = Math.round(heightPx * pixelRatio);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((file) => {
      if (file === null) reject(new Error('the browser has no room for it'));
      else resolve(file);
    }, 'image/png');
  });
}

function standalone(svg: SVGSVGElement): string {
  const rgb = plainColours();
  const copy = styledCopy(svg, rgb);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', rgb(getComputedStyle(document.documentElement).getPropertyValue('--surface-raised')));
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/** The drawing with what the style sheets say of it written into it. @param rgb see `plainColours` */
export function styledCopy(svg: SVGSVGElement, rgb: (colour: string) => string): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const sources = [...svg.querySelectorAll('*')];
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) {
    const source = sources[index];
    if (source === undefined) continue;
    const style = getComputedStyle(source);
    for (const property of properties) {
      const value = style.getPropertyValue(property);
      element.setAttribute(property, colours.has(property) ? rgb(value) : value);
    }
    element.removeAttribute('class');
    element.removeAttribute('style');
    if (element.hasAttribute('data-cursor')) element.setAttribute('display', 'none');
  }
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
  return copy;
}

/** Colours as every reader of SVG knows them. */
export function plainColours(): (colour: string) => string {
  const bytesOf = colourReader();
  return (colour) => {
    if (colour === 'none' || colour === '' || bytesOf === undefined) return colour;
    const [red, green, blue, alpha] = bytesOf(colour);
    return `rgba(${String(red)},${String(green)},${String(blue)},${(alpha / 255).toFixed(3)})`;
  };
}

/** The plots over time that are on the page, under each other in one file, with their names and what their lines are. */
import { createSvgPen, escaped, svgDocument } from '../drawing/svg-pen.ts';
import { download } from '../session/download.ts';
import { exportName } from '../session/files.ts';
import { plainColours, pngOf, styledCopy } from '../plots/figure/save.ts';
import type { Drawing } from '../plots/plot-lines.ts';
import { plotsOnPage, type PlotOnPage } from '../plots/plots-on-page.ts';

const headPx = 26;
const padPx = 14;
const gapPx = 16;
const rowPx = 16;
const fontPx = 11;

export async function savePlots(kind: 'svg' | 'png'): Promise<void> {
  const plots = plotsOnPage.inOrder();
  const page = createPage();
  const drawn = plots.flatMap((plot, i) => drawnPlot(plot, page, `plot-${String(i)}`) ?? []);
  if (drawn.length === 0) throw new Error('There are no plots on the page yet.');
  const width = Math.max(...drawn.map((plot) => plot.widthPx)) + 2 * padPx;
  let height = padPx;
  const parts = drawn.map(({ markup, heightPx }) => {
    const part = `<g transform="translate(${String(padPx)} ${String(height)})">${markup}</g>`;
    height += heightPx + padPx;
    return part;
  });
  const ground = `<rect width="100%" height="100%" fill="${page.colour('--surface-raised')}"/>`;
  const text = svgDocument({ widthPx: width, heightPx: height }, { sizePx: fontPx, family: page.font }, [ground, ...parts].join('\n'));
  const name = `${exportName()}-plots`;
  if (kind === 'svg') download(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`);
  else download(await pngOf(text, width, height), `${name}.png`);
}

interface Page {
  readonly font: string;
  /** Of a custom property. */
  readonly colour: (token: string) => string;
  readonly colourOf: (colour: string) => string;
  readonly measure: CanvasRenderingContext2D;
}

function createPage(): Page {
  const style = getComputedStyle(document.documentElement);
  const font = style.getPropertyValue('--font').trim();
  const colourOf = plainColours();
  const measure = document.createElement('canvas').getContext('2d');
  if (measure === null) throw new Error('This browser has no 2D canvas.');
  measure.font = `${String(fontPx)}px ${font}`;
  return { font, colourOf, colour: (token) => colourOf(style.getPropertyValue(token).trim()), measure };
}

interface DrawnPlot {
  readonly markup: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

function drawnPlot({ axes, drawAgain }: PlotOnPage, page: Page, id: string): DrawnPlot | undefined {
  const { width, height } = axes.getBoundingClientRect();
  const pen = createSvgPen({ colourOf: page.colourOf, measureText: (text) => page.measure.measureText(text), id });
  const drawing = drawAgain(pen);
  if (drawing === undefined) return undefined;
  const scales = styledCopy(axes, page.colourOf);
  scales.removeAttribute('class');
  scales.setAttribute('width', String(width));
  scales.setAttribute('height', String(height));
  const names = head(drawing, page, width);
  const markup = `${names.markup}<g transform="translate(0 ${String(names.heightPx)})">${pen.markup()}${new XMLSerializer().serializeToString(scales)}</g>`;
  return { markup, widthPx: width, heightPx: height + names.heightPx };
}

const swatchPx = 10;

interface Head {
  readonly markup: string;
  readonly heightPx: number;
}

/** The plot's name, and beside their colours the names of what is drawn in it; what has no room begins another row. */
function head({ spec, lines, theme }: Drawing, { colour, colourOf, measure }: Page, widthPx: number): Head {
  const ink = colour('--ink');
  let baseline = 14;
  const parts = [`<text y="${String(baseline)}" font-weight="600" font-size="13" fill="${ink}">${escaped(spec.title)}</text>`];
  const start = Math.ceil((measure.measureText(spec.title).width * 13 * 1.1) / fontPx) + gapPx;
  let x = start;
  const entry = (label: string, token: string, stroke: string): void => {
    const width = swatchPx + 5 + Math.ceil(measure.measureText(label).width);
    if (x > start && x + width > widthPx) [x, baseline] = [start, baseline + rowPx];
    parts.push(`<path d="M${String(x)} ${String(baseline - 4)}h${String(swatchPx)}" stroke="${colourOf(theme.colour(token))}" ${stroke}/>`);
    parts.push(`<text x="${String(x + swatchPx + 5)}" y="${String(baseline)}" fill="${ink}">${escaped(label)}</text>`);
    x += width + gapPx;
  };
  for (const { label, colour: token, widthPx: lineWidth } of lines) entry(label, token, `stroke-width="${String(Math.max(2, lineWidth))}"`);
  if (spec.levels !== undefined && spec.levels.read().length > 0) entry('theory', '--ink-muted', 'stroke-width="2" stroke-dasharray="4 2"');
  return { markup: parts.join(''), heightPx: baseline + headPx - 14 };
}

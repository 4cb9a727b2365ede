/** The history as a file for other tools, and the view as a picture. */
import type { ExportFormat } from '../../worker/trace-api.ts';
import type { Pen } from '../drawing/pen.ts';
import { createSvgPen, svgDocument } from '../drawing/svg-pen.ts';
import { plainColours } from '../plots/figure/save.ts';
import { download } from '../session/download.ts';
import { ignoreLost } from '../session/link.ts';
import type { Diagram } from './diagram.ts';
import { drawDiagram } from './draw-diagram.ts';
import { askTrace as ask } from './link.ts';
import { traceStore } from './trace-store.ts';

const names: Readonly<Record<ExportFormat, string>> = {
  shiviz: 'chorus-trace.log',
  perfetto: 'chorus-trace.perfetto.json',
  csv: 'chorus-trace.csv',
};

/** @param part `window`: what is in sight, along the axis of time; else everything. */
export function exportEvents(format: ExportFormat, part: 'window' | 'whole'): void {
  const { source, window } = traceStore.getState();
  const { from, to } = part === 'window' ? window : { from: -Infinity, to: Infinity };
  ask((api) => api.exportEvents(source, format, from, to))
    .then((file) => {
      download(file, names[format]);
    })
    .catch(ignoreLost);
}

const fontSizePx = 11;
/** A picture is twice as fine as the screen counts. */
const pixelRatio = 2;

export function exportPicture(diagram: Diagram, format: 'png' | 'svg'): void {
  const style = getComputedStyle(document.documentElement);
  const family = style.getPropertyValue('--font').trim();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const { widthPx, heightPx } = diagram.panes()[0].layout;
  if (context === null || widthPx === 0) return;
  const font = `${String(fontSizePx)}px ${family}`;
  if (format === 'svg') {
    context.font = font;
    const pen = createSvgPen({ measureText: (words) => context.measureText(words), colourOf: plainColours(), id: 'clip' });
    drawAll(pen, diagram, style);
    const text = svgDocument({ widthPx, heightPx }, { sizePx: fontSizePx, family }, pen.markup());
    download(new Blob([text], { type: 'image/svg+xml' }), 'chorus-trace.svg');
    return;
  }
  canvas.width = Math.round(widthPx * pixelRatio);
  canvas.height = Math.round(heightPx * pixelRatio);
  context.font = font;
  context.scale(pixelRatio, pixelRatio);
  drawAll(context, diagram, style);
  canvas.toBlob((file) => {
    if (file !== null) download(file, 'chorus-trace.png');
  }, 'image/png');
}

function drawAll(pen: Pen, diagram: Diagram, style: CSSStyleDeclaration): void {
  const pictures = diagram.pictures();
  const [{ layout }] = diagram.panes();
  pen.fillStyle = style.getPropertyValue('--surface-raised').trim();
  pen.fillRect(0, 0, layout.widthPx, layout.heightPx);
  pictures.forEach((picture, i) => {
    drawDiagram(pen, picture, i === pictures.length - 1);
  });
}

/** Too many events to tell apart: a picture of how many there are, stretched to where they lie now. */
import type { CountedEvents, WindowView } from '../../lab/trace/window.ts';
import type { Pen } from '../drawing/pen.ts';
import { colourReader } from '../plots/colour-bytes.ts';
import { inkOf, paintCounts, type Pixels } from './count-pixels.ts';
import { xOf } from './layout.ts';
import type { Picture } from './picture.ts';

export function drawCounts(pen: Pen, picture: Picture, counted: CountedEvents, { from, to }: WindowView): void {
  const { layout } = picture;
  const image = imageOf(picture, counted);
  if (image === undefined) return;
  // The window may have moved on since it was counted.
  const start = xOf(layout, from);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(image, start, layout.top, xOf(layout, to) - start, layout.bottom - layout.top);
}

interface Painted {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly data: ImageData;
  readonly pixels: Pixels;
  /** What it shows. */
  counted: CountedEvents | undefined;
  look: string;
}

/** For the upper and the lower history: while a window only moves, its picture stays. */
const painted: (Painted | undefined)[] = [];
const bytesOf = colourReader();
/** More device pixels than this a CSS pixel nobody sees. */
const maxPixelRatio = 3;

function imageOf({ layout, theme, side }: Picture, counted: CountedEvents): HTMLCanvasElement | undefined {
  const ratio = Math.min(maxPixelRatio, window.devicePixelRatio);
  const heightPx = Math.max(1, Math.round((layout.bottom - layout.top) * ratio));
  const its = fitting(side, counted.columns, heightPx);
  if (its === undefined || bytesOf === undefined) return undefined;
  const colours = ['--series-component-0', '--danger', '--good'].map(theme.colour);
  const look = [heightPx, ...colours, ...layout.lanes.map(({ agents }) => agents.join(' '))].join();
  if (its.counted === counted && its.look === look) return its.canvas;
  const [all, lost, validated] = colours.map((colour) => inkOf(bytesOf(colour))) as [Uint32Array, Uint32Array, Uint32Array];
  paintCounts(its.pixels, counted, layout.lanes, heightPx / Math.max(1, layout.lanes.length), { all, lost, validated });
  its.context.putImageData(its.data, 0, 0);
  its.counted = counted;
  its.look = look;
  return its.canvas;
}

function fitting(side: Picture['side'], widthPx: number, heightPx: number): Painted | undefined {
  const before = painted[side];
  if (before?.data.width === widthPx && before.data.height === heightPx) return before;
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const data = context.createImageData(widthPx, heightPx);
  const fresh = { canvas, context, data, pixels: new Uint32Array(data.data.buffer), counted: undefined, look: '' };
  painted[side] = fresh;
  return fresh;
}

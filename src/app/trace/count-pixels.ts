/** Counts as pixels, one column of them a column: a hundred lifelines cost no more to draw than one picture. */
import type { CountedEvents } from '../../lab/trace/window.ts';
import type { Lane } from './lanes.ts';

/** Shape [256] each: the colour at every degree of opacity. */
export interface Inks {
  readonly all: Uint32Array;
  readonly lost: Uint32Array;
  readonly validated: Uint32Array;
}

/** Its shape is [heightPx × columns]. */
export type Pixels = Uint32Array;

/** Where bars are low, their heights hardly differ: then their opacity tells of it too. */
const lowPx = 6;

/**
 * Along every lifeline how many events there are above it, what was validated below, what was lost from the other side.
 * @param rowPx the height of a lane in pixels of the picture, of which a bar takes at most two fifths.
 */
export function paintCounts(
  pixels: Pixels,
  { columns, all, lost, validated }: CountedEvents,
  lanes: readonly Lane[],
  rowPx: number,
  inks: Inks,
): void {
  pixels.fill(0);
  const sums = { all: byLane(all, columns, lanes), lost: byLane(lost, columns, lanes), validated: byLane(validated, columns, lanes) };
  const most = highest(sums.all);
  const room = Math.max(2, rowPx * 0.42);
  const isLow = room < lowPx;
  /** A square root: one event is to be seen beside hundreds. */
  const heightOf = (count: number): number => Math.max(1, Math.sqrt(Math.min(1, count / most)) * room);
  for (let row = 0; row < lanes.length; row++) {
    const y = (row + 0.5) * rowPx;
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const count = sums.all[cell] as number;
      if (count > 0) bar(pixels, columns, column, y - heightOf(count), y, inks.all, isLow ? 0.25 + 0.75 * (count / most) : 0.8);
      const good = sums.validated[cell] as number;
      if (good > 0) bar(pixels, columns, column, y + 1, y + 1 + 0.8 * heightOf(good), inks.validated, 0.9);
      const bad = sums.lost[cell] as number;
      if (bad > 0) bar(pixels, columns, column, y + 1 + 0.8 * (room - heightOf(bad)), y + 1 + 0.8 * room, inks.lost, 0.9);
    }
  }
}

/** A pixel that the bar covers in part is as much fainter. */
function bar(pixels: Pixels, columns: number, column: number, from: number, to: number, ink: Uint32Array, opacity: number): void {
  for (let y = Math.max(0, Math.floor(from)); y < to; y++) {
    const covered = Math.min(y + 1, to) - Math.max(y, from);
    const place = y * columns + column;
    if (place < pixels.length) pixels[place] = ink[Math.round(255 * opacity * covered)] as number;
  }
}

/** Shape [lanes × columns]: what is hidden is left out, what is folded is added up. */
function byLane(counts: Uint32Array, columns: number, lanes: readonly Lane[]): Uint32Array {
  const sums = new Uint32Array(lanes.length * columns);
  lanes.forEach(({ agents }, row) => {
    for (const agent of agents) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        sums[cell] = (sums[cell] as number) + (counts[agent * columns + column] as number);
      }
    }
  });
  return sums;
}

function highest(counts: Uint32Array): number {
  let most = 1;
  for (const count of counts) if (count > most) most = count;
  return most;
}

/** @param rgb 0 to 255 each. */
export function inkOf([red, green, blue]: readonly [number, number, number, ...unknown[]]): Uint32Array {
  const bytes = new Uint8Array(256 * 4);
  for (let alpha = 0; alpha < 256; alpha++) bytes.set([red, green, blue, alpha], 4 * alpha);
  return new Uint32Array(bytes.buffer);
}

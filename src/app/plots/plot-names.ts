/** The words in a plot: names of levels, of partitions, of changes. Each takes a place that is free, or is left out; the first come first. */
import type { Pen } from '../drawing/pen.ts';
import type { Drawing } from './plot-lines.ts';

/** Narrower bands have no room for a word. */
const labelledBandPx = 48;
/** Of a line of words at the plots' size of type. */
const textPx = 12;
/** Between two words beside each other. */
const gapPx = 8;
/** A notch on the time axis stands below its word. */
const aboveNotchPx = 12;
/** Changes nearer to each other than this are one. */
const togetherPx = 40;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Named = Pick<Drawing, 'spec' | 'theme' | 'marks' | 'x' | 'y' | 'nowS'>;

export function drawNames(pen: Pen, drawing: Named): void {
  const [left, right] = drawing.x.range() as [number, number];
  const [bottom, top] = drawing.y.range() as [number, number];
  const names = createNames(pen, drawing.theme.surface, { left, right, top, bottom });
  nameLevels(names, drawing);
  nameBands(names, drawing);
  nameTicks(names, drawing);
}

type Names = ReturnType<typeof createNames>;

/** Draws on a ground of the surface's colour: lines run wherever they like. */
function createNames(pen: Pen, surface: string, area: Box) {
  const taken: Box[] = [];
  const isFree = ({ left, right, top, bottom }: Box): boolean =>
    left >= area.left &&
    right <= area.right &&
    top >= area.top - 4 &&
    taken.every((its) => left >= its.right || right <= its.left || top >= its.bottom || bottom <= its.top);
  return {
    area,
    keepFree(box: Box): void {
      taken.push(box);
    },
    /** At the first of the places that is free. A place is its left or right edge and its lower edge. */
    draw(text: string, colour: string, places: readonly (readonly ['left' | 'right', number, number])[]): void {
      const width = pen.measureText(text).width;
      for (const [edge, x, bottom] of places) {
        const left = edge === 'left' ? x : x - width;
        if (!isFree({ left, right: left + width, top: bottom - textPx, bottom })) continue;
        taken.push({ left: left - gapPx, right: left + width + gapPx, top: bottom - textPx, bottom });
        pen.textAlign = 'left';
        pen.textBaseline = 'bottom';
        pen.strokeStyle = surface;
        pen.lineWidth = 3;
        pen.strokeText(text, left, bottom);
        pen.fillStyle = colour;
        pen.fillText(text, left, bottom);
        return;
      }
    },
  };
}

/** At the right end of its line or at the left, above it or below; no line goes through the name of another. */
function nameLevels(names: Names, { spec, theme, x, y }: Named): void {
  const { left, right } = names.area;
  const levels = (spec.levels?.read() ?? []).filter(({ label, fromS }) => label !== '' && x(fromS) < right);
  for (const { value, fromS } of levels) names.keepFree({ left: Math.max(left, x(fromS)), right, top: y(value) - 1, bottom: y(value) + 1 });
  for (const { value, fromS, label } of levels) {
    const at = y(value);
    const [above, below] = [at - 3, at + textPx + 3];
    const start = Math.max(left, x(fromS)) + 6;
    names.draw(label, theme.inkMuted, [
      ['right', right - 4, above],
      ['right', right - 4, below],
      ['left', start, above],
      ['left', start, below],
    ]);
  }
}

function nameBands(names: Names, { marks, theme, x, nowS }: Named): void {
  const { left, top, bottom } = names.area;
  for (const { fromS, toS, label } of marks.bands) {
    const inSight = Math.max(x(fromS), left);
    if (x(Math.min(toS, nowS)) - inSight < labelledBandPx) continue;
    names.draw(label, theme.bandLine, [
      ['left', inSight + 6, bottom - 4],
      ['left', inSight + 6, top + textPx],
    ]);
  }
}

/** From the last to the first: of changes of one thing close together, as a drag makes them, what they came to is told. */
function nameTicks(names: Names, { marks, theme, x, nowS }: Named): void {
  const { left, bottom } = names.area;
  const before = new Map<string, number>();
  for (const { atS, label } of marks.ticks.toReversed()) {
    const at = x(atS);
    if (atS > nowS || at < left) continue;
    const [thing = ''] = label.split(' =');
    const goesOn = (before.get(thing) ?? Infinity) - at < togetherPx;
    before.set(thing, at);
    if (goesOn) continue;
    names.draw(label, theme.inkMuted, [
      ['left', at + 4, bottom - aboveNotchPx],
      ['right', at - 4, bottom - aboveNotchPx],
      ['left', at + 4, bottom - aboveNotchPx - textPx],
    ]);
  }
}

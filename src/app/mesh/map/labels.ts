/** Words beside discs: each at the first side where it covers no disc and no other word, or not at all. */

export interface PlaceLabel {
  readonly text: string;
  /** From the disc's middle to where the words begin, end, or have their middle. */
  readonly dx: number;
  readonly dy: number;
  readonly align: 'left' | 'right' | 'center';
}

export interface Discs {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly discPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of 11 px type, on the average, with room to spare. */
const letterPx = 5.9;
/** Two lines. */
const heightPx = 24;
const awayPx = 5;

/** An entry for each disc, in the order of their numbers; undefined where there is no room. */
export function placeLabels(discs: Discs, textOf: (agent: number) => string): readonly (PlaceLabel | undefined)[] {
  const agents = discs.x.length;
  const taken: Box[] = Array.from({ length: agents }, (_, agent) => discBox(discs, agent));
  return Array.from({ length: agents }, (_, agent) => {
    const text = textOf(agent);
    const width = letterPx * Math.max(text.length, 9);
    const away = discs.discPx + awayPx;
    const candidates: readonly PlaceLabel[] = [
      { text, dx: away, dy: 0, align: 'left' },
      { text, dx: -away, dy: 0, align: 'right' },
      { text, dx: 0, dy: away + heightPx / 2, align: 'center' },
      { text, dx: 0, dy: -away - heightPx / 2, align: 'center' },
    ];
    for (const label of candidates) {
      const box = labelBox(discs, agent, label, width);
      const inside = box.left >= 2 && box.right <= discs.widthPx - 2 && box.top >= 2 && box.bottom <= discs.heightPx - 2;
      if (!inside || taken.some((other, i) => i !== agent && meet(box, other))) continue;
      taken.push(box);
      return label;
    }
    return undefined;
  });
}

function discBox({ x, y, discPx }: Discs, agent: number): Box {
  const half = discPx + 3;
  const [at, down] = [x[agent] as number, y[agent] as number];
  return { left: at - half, right: at + half, top: down - half, bottom: down + half };
}

function labelBox({ x, y }: Discs, agent: number, { dx, dy, align }: PlaceLabel, width: number): Box {
  const left = (x[agent] as number) + dx - (align === 'left' ? 0 : align === 'right' ? width : width / 2);
  const middle = (y[agent] as number) + dy;
  return { left, right: left + width, top: middle - heightPx / 2, bottom: middle + heightPx / 2 };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

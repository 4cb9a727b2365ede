import { describe, expect, it } from 'vitest';
import { mapLayout } from './map-layout.ts';

const sizes = [
  { widthPx: 540, heightPx: 400 },
  { widthPx: 366, heightPx: 300 },
];
const whole = (agents: number): number[] => Array.from({ length: agents }, () => 0);

/** The layout with its points as pairs. */
function laidOut(groupOf: readonly number[], widthPx = 540, heightPx = 400) {
  const layout = mapLayout(groupOf, widthPx, heightPx);
  const points = (x: Float64Array, y: Float64Array) => Array.from(x, (across, i) => ({ x: across, y: y[i] ?? NaN }));
  if (layout.map === undefined || layout.labels === undefined) throw new Error('a map has labels');
  const { regionX, regionY, links } = layout.map;
  return { ...layout, links, labels: layout.labels, discs: points(layout.x, layout.y), regions: points(regionX, regionY) };
}

describe('the layout on the map', () => {
  it('keeps discs apart and inside the picture, at the size of a phone too', () => {
    for (const { widthPx, heightPx } of sizes)
      for (const agents of [3, 16, 20, 40]) {
        const { discs, discPx } = laidOut(whole(agents), widthPx, heightPx);
        discs.forEach((a, i) => {
          expect(a.x).toBeGreaterThan(discPx);
          expect(a.x).toBeLessThan(widthPx - discPx);
          for (const b of discs.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y), `${i} of ${agents}`).toBeGreaterThan(2 * discPx);
        });
      }
  });

  it('has the west in the west and the north in the north', () => {
    const { regions } = laidOut(whole(20));
    const byLongitude = [19, 14, 7, 0, 6]; // Los Angeles, São Paulo, Hamina, Taiwan, Sydney
    const byLatitude = [7, 19, 0, 14, 6];
    const rising = (values: readonly (number | undefined)[]) => expect(values).toEqual(values.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    rising(byLongitude.map((agent) => regions[agent]?.x));
    rising(byLatitude.map((agent) => regions[agent]?.y));
  });

  it('joins all of a group by one net, and nobody across a cut; a message across it ends half way', () => {
    const groupOf = [...whole(7), ...Array.from({ length: 9 }, () => 1)];
    const { links, wallShare } = laidOut(groupOf);
    expect(links).toHaveLength(6 + 8);
    for (const [a, b] of links) expect(groupOf[a]).toBe(groupOf[b]);
    expect(wallShare[8]).toBe(0.5);
    expect(wallShare[1]).toBeNaN();
  });

  it('lets no word cover another, and finds room for most', () => {
    const { labels, discs } = laidOut(whole(16));
    const words = labels.flatMap((label, agent) => {
      const disc = discs[agent];
      if (label === undefined || disc === undefined) return [];
      const wide = 5.5 * label.text.length;
      const before = { left: 0, right: wide, center: wide / 2 }[label.align];
      return [{ left: disc.x + label.dx - before, right: disc.x + label.dx - before + wide, middle: disc.y + label.dy }];
    });
    expect(words.length).toBeGreaterThan(8);
    words.forEach((a, i) => {
      for (const b of words.slice(0, i)) expect(Math.abs(a.middle - b.middle) >= 22 || a.right <= b.left || b.right <= a.left).toBe(true);
    });
  });
});

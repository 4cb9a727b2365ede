import { describe, expect, test } from 'vitest';
import { agentAt, dropGroup, ringLayout, type MeshLayout } from './layout.ts';

const sizes = [
  [520, 440],
  [390, 330],
  [320, 260],
] as const;
const cuts: readonly (readonly [string, readonly number[]])[] = [
  ['whole', new Array<number>(16).fill(0)],
  ['minority', Array.from({ length: 16 }, (_, a) => (a < 7 ? 0 : 1))],
  ['interleaved', Array.from({ length: 16 }, (_, a) => a % 3)],
  ['isolated', Array.from({ length: 16 }, (_, a) => (a === 5 ? 1 : 0))],
  ['all alone', Array.from({ length: 16 }, (_, a) => a)],
  ['128 in thirds', Array.from({ length: 128 }, (_, a) => Math.floor((a * 3) / 128))],
];

const apart = ({ x, y }: MeshLayout, a: number, b: number) => Math.hypot((x[a] ?? NaN) - (x[b] ?? NaN), (y[a] ?? NaN) - (y[b] ?? NaN));

describe.each(sizes)('in %i × %i pixels', (width, height) => {
  test.each(cuts)('%s: every disc lies inside, and no two touch', (_, group) => {
    const layout = ringLayout(group, width, height);
    for (let a = 0; a < layout.agents; a++) {
      expect(layout.x[a]).toBeGreaterThan(layout.discPx);
      expect(layout.x[a]).toBeLessThan(width - layout.discPx);
      expect(layout.y[a]).toBeGreaterThan(layout.discPx);
      expect(layout.y[a]).toBeLessThan(height - layout.discPx);
      for (let b = 0; b < a; b++) expect(apart(layout, a, b), `${String(a)} and ${String(b)}`).toBeGreaterThan(1.9 * layout.discPx);
    }
  });

  test.each(cuts)('%s: a way meets a wall exactly if it leads to another group', (_, group) => {
    const layout = ringLayout(group, width, height);
    for (let from = 0; from < layout.agents; from++) {
      for (let to = 0; to < layout.agents; to++) {
        const share = layout.wallShare[from * layout.agents + to] ?? -1;
        if (group[from] === group[to]) expect(share).toBeNaN();
        else expect(share > 0 && share < 1, `${String(from)} to ${String(to)}: ${String(share)}`).toBe(true);
      }
    }
  });
});

test('the wall between two halves stands upright in the middle, and ways across end at it', () => {
  const layout = ringLayout([0, 0, 0, 0, 1, 1, 1, 1], 400, 400);
  const share = layout.wallShare[1 * 8 + 6] ?? NaN;
  const meetsX = (layout.x[1] ?? NaN) + share * ((layout.x[6] ?? NaN) - (layout.x[1] ?? NaN));
  expect(meetsX).toBeCloseTo(layout.centreX, 3);
  expect((layout.x[0] ?? NaN) > layout.centreX && (layout.x[3] ?? NaN) > layout.centreX).toBe(true);
  expect((layout.x[4] ?? NaN) < layout.centreX && (layout.x[7] ?? NaN) < layout.centreX).toBe(true);
});

test('a point finds the nearest agent within a finger’s reach, and none in the middle', () => {
  const layout = ringLayout(new Array<number>(16).fill(0), 520, 440);
  expect(agentAt(layout, (layout.x[3] ?? NaN) + 9, (layout.y[3] ?? NaN) - 9)).toBe(3);
  expect(agentAt(layout, layout.centreX, layout.centreY)).toBeUndefined();
});

test('an agent that is dropped on another joins its group; in the middle it is alone', () => {
  const layout = ringLayout([0, 0, 0, 0, 1, 1, 1, 1], 520, 440);
  expect(dropGroup(layout, layout.x[6] ?? NaN, layout.y[6] ?? NaN)).toBe(1);
  expect(dropGroup(layout, layout.x[1] ?? NaN, layout.y[1] ?? NaN)).toBe(0);
  expect(dropGroup(layout, layout.centreX, layout.centreY)).toBe('alone');
});

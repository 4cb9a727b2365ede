import { describe, expect, it } from 'vitest';
import { asItIs, lanesOf, moved, shownMask, type Arrangement } from './lanes.ts';

const names = ['node 1', 'node 2', 'client-1', 'node 10'];
const rows = (arrangement: Partial<Arrangement>, sides?: readonly number[]): readonly string[] =>
  lanesOf(names, { ...asItIs, ...arrangement }, sides).map(({ name }) => name);

describe('the rows of the diagram', () => {
  it('are all lifelines in their order, unless somebody asks otherwise', () => {
    expect(rows({})).toEqual(names);
  });

  it('leave out what is hidden, and have what is pinned on top in the order of pinning', () => {
    expect(rows({ hidden: new Set(['node 2']), pinned: ['node 10', 'client-1'] })).toEqual(['node 10', 'client-1', 'node 1']);
    expect([...shownMask(lanesOf(names, { ...asItIs, hidden: new Set(['node 2']) }, undefined), 4)]).toEqual([1, 0, 1, 1]);
  });

  it('stand together by name or by side of a cut, and a folded group is one row of all its lifelines', () => {
    expect(rows({ grouping: 'name' })).toEqual(['client-1', 'node 1', 'node 2', 'node 10']);
    expect(rows({ grouping: 'side' }, [1, 0, 1, 0])).toEqual(['node 2', 'node 10', 'node 1', 'client-1']);
    expect(rows({ grouping: 'side' })).toEqual(names);
    const folded = lanesOf(names, { ...asItIs, grouping: 'name', folded: new Set(['node']) }, undefined);
    expect(folded.map(({ name, agents }) => [name, agents])).toEqual([
      ['client-1', [2]],
      ['node (3)', [0, 1, 3]],
    ]);
  });

  it('move up and down, and stay at the ends', () => {
    const move = (arrangement: Arrangement, name: string, by: -1 | 1): Arrangement =>
      moved(lanesOf(names, arrangement, undefined), names, arrangement, name, by);
    const once = move(asItIs, 'client-1', -1);
    expect(rows(once)).toEqual(['node 1', 'client-1', 'node 2', 'node 10']);
    expect(rows(move(once, 'client-1', -1))).toEqual(['client-1', 'node 1', 'node 2', 'node 10']);
    expect(move(asItIs, 'node 10', 1)).toBe(asItIs);
    expect(rows(move(once, 'node 1', 1))).toEqual(['client-1', 'node 1', 'node 2', 'node 10']);
  });
});

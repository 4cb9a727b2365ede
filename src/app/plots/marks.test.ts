import { describe, expect, test } from 'vitest';
import { marksOf } from './marks.ts';

describe('the marks of a run', () => {
  test('are a band from each partition to its heal', () => {
    const { bands, ticks } = marksOf([
      { atS: 10, do: 'partition', shape: 'halves' },
      { atS: 20, do: 'heal' },
      { atS: 30, do: 'partition', groups: [[0, 1], [2], [3]] },
      { atS: 45, do: 'heal' },
    ]);
    expect(bands).toEqual([
      { fromS: 10, toS: 20, label: 'halves' },
      { fromS: 30, toS: 45, label: '3 groups' },
    ]);
    expect(ticks).toEqual([]);
  });

  test('leave a partition open that was not healed', () => {
    expect(marksOf([{ atS: 10, do: 'partition', shape: 'ring' }]).bands).toEqual([{ fromS: 10, toS: Infinity, label: 'ring' }]);
  });

  test('end a band where another partition takes its place', () => {
    const { bands } = marksOf([
      { atS: 10, do: 'partition', shape: 'halves' },
      { atS: 15, do: 'partition', shape: 'thirds' },
      { atS: 20, do: 'heal' },
    ]);
    expect(bands.map(({ fromS, toS }) => [fromS, toS])).toEqual([
      [10, 15],
      [15, 20],
    ]);
  });

  test('say nothing of a partition healed at the same step, nor of a heal of nothing', () => {
    expect(
      marksOf([
        { atS: 10, do: 'partition', shape: 'halves' },
        { atS: 10, do: 'heal' },
        { atS: 11, do: 'heal' },
      ]),
    ).toEqual({ bands: [], ticks: [] });
  });

  test('name every other intervention, a parameter by its symbol', () => {
    const { ticks } = marksOf([
      { atS: 1, do: 'set', path: 'field.coupling', value: 3.5 },
      { atS: 2, do: 'crash', agent: 7 },
      { atS: 3, do: 'set', path: 'mesh.loss', value: 0.1 },
    ]);
    expect(ticks).toEqual([
      { atS: 1, label: 'K = 3.5' },
      { atS: 2, label: 'crash 7' },
      { atS: 3, label: 'Message loss = 0.1' },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { fixedReason, membersText, regroup } from './regroup.ts';

describe('moving an agent', () => {
  test('out of the whole cuts it off from everybody', () => {
    expect(regroup([0, 0, 0, 0], 2, 'alone')).toEqual({ do: 'partition', groups: [[0, 1, 3], [2]] });
  });

  test('into another group changes both', () => {
    expect(regroup([0, 0, 1, 1], 1, 1)).toEqual({ do: 'partition', groups: [[0], [1, 2, 3]] });
  });

  test('takes the last one out of a group, which is then no more; the last wall falls by a heal', () => {
    expect(regroup([0, 1, 2, 2], 1, 0)).toEqual({
      do: 'partition',
      groups: [
        [0, 1],
        [2, 3],
      ],
    });
    expect(regroup([0, 1, 0, 0], 1, 0)).toEqual({ do: 'heal' });
  });

  test('to where it is changes nothing', () => {
    expect(regroup([0, 0, 1, 1], 1, 0)).toBeUndefined();
    expect(regroup([0, 1, 0, 0], 1, 'alone')).toBeUndefined();
  });
});

test('members are told in runs', () => {
  expect(membersText([0, 1, 2, 3, 6, 8, 9])).toBe('0–3, 6, 8, 9');
  expect(membersText([4])).toBe('4');
});

test('a cut that is no division into groups says why, until something else comes in its place', () => {
  const ring = { atS: 1, do: 'partition', shape: 'ring' } as const;
  expect(fixedReason([ring], 0.5)).toBeUndefined();
  expect(fixedReason([ring], 1)).toContain('ring');
  expect(fixedReason([ring, { atS: 2, do: 'heal' }], 3)).toBeUndefined();
  expect(fixedReason([ring, { atS: 2, do: 'partition', groups: [[0]] }], 3)).toBeUndefined();
  expect(fixedReason([{ atS: 1, do: 'partition', shape: 'halves' }], 3)).toBeUndefined();
});

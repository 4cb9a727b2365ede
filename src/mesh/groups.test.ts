import { expect, it } from 'vitest';
import { findGroups } from './groups.ts';
import { createGroups } from './partition/groups.ts';
import type { Partition } from './partition/partition.ts';
import { shapes } from './partition/shapes.ts';

function groupsOf(partition: Partition, agents: number) {
  const group = new Int32Array(agents);
  const count = findGroups((from, to) => partition.open(from, to, 0), group);
  return { count, group: [...group] };
}

it('a cut into groups is found again, numbered by their lowest agents', () => {
  expect(groupsOf(createGroups([[1, 3], [4]], 6), 6)).toEqual({ count: 3, group: [0, 1, 0, 1, 2, 0] });
  expect(groupsOf(shapes.thirds(6), 6)).toEqual({ count: 3, group: [0, 0, 1, 1, 2, 2] });
});

it('a cut that lets one side be heard parts the sides all the same', () => {
  expect(groupsOf(shapes['one-way'](4), 4)).toEqual({ count: 2, group: [0, 0, 1, 1] });
});

it('a bridge and a ring are no groups', () => {
  expect(groupsOf(shapes.bridge(7), 7)).toEqual({ count: 1, group: [0, 0, 0, 0, 0, 0, 0] });
  expect(groupsOf(shapes.ring(8), 8).count).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { findComponents } from '../components.ts';
import { flapPeriodS } from './flapping.ts';
import { createGroups } from './groups.ts';
import type { Partition } from './partition.ts';
import { shapes } from './shapes.ts';

function componentsOf(partition: Partition, agents: number, sinceOnsetS = 0): readonly number[] {
  const component = new Int32Array(agents);
  findComponents(new Uint8Array(agents).fill(1), (from, to) => partition.open(from, to, sinceOnsetS), component);
  return [...component];
}

/** Sizes of the components, in the order of their numbers. */
function sizes(components: readonly number[]): readonly number[] {
  const counts: number[] = [];
  for (const component of components) counts[component] = (counts[component] ?? 0) + 1;
  return counts;
}

const hears = (partition: Partition, agents: number, agent: number) =>
  Array.from({ length: agents }, (_, other) => other).filter((other) => partition.open(other, agent, 0));

describe.each([3, 4, 5, 8, 15, 16, 128])('with %i agents', (agents) => {
  it('every agent always hears itself', () => {
    for (const shape of Object.values(shapes)) {
      const partition = shape(agents);
      for (let agent = 0; agent < agents; agent++) expect(partition.open(agent, agent, 1)).toBe(true);
    }
  });

  it('halves makes two sides that differ by one at most', () => {
    const [first = 0, second = 0, ...others] = sizes(componentsOf(shapes.halves(agents), agents));
    expect(others).toEqual([]);
    expect([0, 1]).toContain(second - first);
  });

  it('minority leaves the other side a quorum, and could not be larger', () => {
    const [small = 0, large = 0] = sizes(componentsOf(shapes.minority(agents), agents));
    expect(small + large).toBe(agents);
    expect(large).toBeGreaterThan(agents / 2);
    expect(small + 1).toBeGreaterThanOrEqual(agents / 2);
  });

  it('isolate cuts off agent 0 alone', () => {
    expect(sizes(componentsOf(shapes.isolate(agents), agents))).toEqual([1, agents - 1]);
  });

  it('thirds makes three groups of which none is a quorum', () => {
    const groups = sizes(componentsOf(shapes.thirds(agents), agents));
    expect(groups).toHaveLength(3);
    expect(Math.max(...groups)).toBeLessThanOrEqual(agents / 2);
  });

  it('bridge keeps one component, held together by one agent', () => {
    const partition = shapes.bridge(agents);
    expect(sizes(componentsOf(partition, agents))).toEqual([agents]);
    const middles = Array.from({ length: agents }, (_, agent) => agent).filter(
      (agent) => hears(partition, agents, agent).length === agents,
    );
    expect(middles).toHaveLength(1);
  });

  it('ring lets everyone hear a majority', () => {
    const partition = shapes.ring(agents);
    for (let agent = 0; agent < agents; agent++) expect(hears(partition, agents, agent).length).toBeGreaterThan(agents / 2);
  });

  it('flapping is cut for half a period and whole for the other half', () => {
    const partition = shapes.flapping(agents);
    expect(sizes(componentsOf(partition, agents, 0.1))).toHaveLength(2);
    expect(sizes(componentsOf(partition, agents, flapPeriodS / 2))).toHaveLength(1);
    expect(sizes(componentsOf(partition, agents, flapPeriodS + 0.1))).toHaveLength(2);
  });
});

it('one-way lets the first half be heard by all and hear nobody of the second', () => {
  const partition = shapes['one-way'](6);
  expect(hears(partition, 6, 0)).toEqual([0, 1, 2]);
  expect(hears(partition, 6, 5)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(new Set(componentsOf(partition, 6)).size).toBe(2);
});

it('ring gives no two of 8 agents the same majority', () => {
  const partition = shapes.ring(8);
  const majorities = Array.from({ length: 8 }, (_, agent) => hears(partition, 8, agent).join());
  expect(new Set(majorities).size).toBe(8);
});

it('agents that no group names form a group of their own', () => {
  expect(componentsOf(createGroups([[1, 3], [4]], 6), 6)).toEqual([0, 1, 0, 1, 2, 0]);
});

it('agents that are down belong to no component', () => {
  const component = new Int32Array(4);
  const up = Uint8Array.of(1, 0, 1, 1);
  expect(findComponents(up, (from, to) => (from === 3) === (to === 3), component)).toBe(2);
  expect([...component]).toEqual([0, -1, 0, 1]);
});

it('a chain of one-way links is no component, a cycle of them is one', () => {
  const component = new Int32Array(3);
  const up = new Uint8Array(3).fill(1);
  expect(findComponents(up, (from, to) => to === from + 1 || to === from, component)).toBe(3);
  expect(findComponents(up, (from, to) => to === (from + 1) % 3 || to === from, component)).toBe(1);
});

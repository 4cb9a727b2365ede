import { expect, it } from 'vitest';
import { shapes } from '../../mesh/partition/shapes.ts';
import { partitionShapes, shapeOptions } from './shapes.ts';

it('every shape that the mesh can cut is offered once', () => {
  expect(shapeOptions.map((option) => option.value)).toEqual(Object.keys(shapes));
  expect(shapeOptions.map((option) => option.value)).toEqual(partitionShapes);
});

it('a shape cuts something with its least number of agents, and nothing with one less', () => {
  for (const { value, minAgents } of shapeOptions) {
    expect([value, cutsSomething(value, minAgents)]).toEqual([value, true]);
    expect([value, cutsSomething(value, 16)]).toEqual([value, true]);
    expect([value, cutsSomething(value, minAgents - 1)]).toEqual([value, false]);
  }
});

function cutsSomething(shape: keyof typeof shapes, agents: number): boolean {
  const partition = shapes[shape](agents);
  const pairs = Array.from({ length: agents * agents }, (_, i) => [Math.floor(i / agents), i % agents] as const);
  return pairs.some(([from, to]) => !partition.open(from, to, 0));
}

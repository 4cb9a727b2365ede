/** The named ways to cut a mesh, as a person meets them. What each cuts is decided in `mesh/partition`. */
import type { ChoiceOption } from './parameters.ts';

export const partitionShapes = ['halves', 'isolate', 'minority', 'thirds', 'bridge', 'ring', 'one-way', 'flapping'] as const;
export type PartitionShape = (typeof partitionShapes)[number];

export interface ShapeOption extends ChoiceOption<PartitionShape> {
  /** With fewer agents nothing would be cut. */
  readonly minAgents: number;
}

export const shapeOptions: readonly ShapeOption[] = [
  { value: 'halves', label: 'Halves', minAgents: 2, help: 'Two sides of equal size; with an even number of agents neither has a quorum.' },
  { value: 'isolate', label: 'Isolate one', minAgents: 2, help: 'Agent 0 alone against everybody else.' },
  { value: 'minority', label: 'Minority', minAgents: 3, help: 'Just fewer than half against the others, who keep a quorum.' },
  { value: 'thirds', label: 'Thirds', minAgents: 2, help: 'Three groups, none of them with a quorum.' },
  { value: 'bridge', label: 'Bridge', minAgents: 3, help: 'Two sides, and one agent in the middle that hears both.' },
  { value: 'ring', label: 'Ring of majorities', minAgents: 4, help: 'Everyone hears just more than half, no two the same ones.' },
  { value: 'one-way', label: 'One way', minAgents: 2, help: 'One half is heard by all but hears nothing of the other.' },
  { value: 'flapping', label: 'Flapping', minAgents: 3, help: 'The minority cut, opening and closing every few seconds.' },
];

/** Named ways to cut a mesh. To add one: one file, one line here. */
import { bridge } from './bridge.ts';
import { flapping } from './flapping.ts';
import { halves } from './halves.ts';
import { isolate } from './isolate.ts';
import { minority } from './minority.ts';
import { oneWay } from './one-way.ts';
import { ring } from './ring.ts';
import { thirds } from './thirds.ts';
import type { Shape } from './partition.ts';

export const shapes = { halves, isolate, minority, thirds, bridge, ring, 'one-way': oneWay, flapping } as const satisfies Record<
  string,
  Shape
>;

/** One replicate of the ablation: a mesh is lived through a cut and failures of power, and what breaks is noted. */
import { createGroups } from '../../mesh/partition/groups.ts';
import { shapes } from '../../mesh/partition/shapes.ts';
import { advance, meshOf, type MeshOptions } from './mesh-course.ts';

/** What may be seen in a replicate. */
export const failures = {
  split: 'two logs differ',
  blocked: 'nothing is validated during the cut',
  inverted: 'a token stands before one that lies in its past',
  lost: 'a validated token is lost',
  slow: 'less than nine tenths of The Chorus’s tokens are validated',
} as const;
export type Failure = keyof typeof failures;

export interface Task {
  readonly seed: number;
  readonly mesh: MeshOptions;
}

export interface Value {
  readonly shown: readonly Failure[];
  readonly validated: number;
}

export const cutS = 20;
export const healS = 40;
export const powerS = 44;
export const endS = 70;

/** Whole, cut into minority and majority, whole, then failures of power around an agent that is cut off, whole again. */
export function runThroughTrouble({ seed, mesh: options }: Task): Value {
  const mesh = meshOf(seed, options);
  const { tokens, observer } = mesh;
  advance(mesh, cutS);
  const first = tokens.count;
  mesh.partition(shapes.minority(options.agents));
  advance(mesh, healS);
  let inCut = 0;
  for (let token = first; token < tokens.count; token++) if (!Number.isNaN(tokens.validatedS.values[token])) inCut++;
  mesh.heal();
  advance(mesh, powerS);
  powerFailures(mesh, options.agents);
  advance(mesh, endS);
  const checks = new Set(observer.violations.map(({ check }) => check));
  const shown: Failure[] = [];
  if (observer.conflicts > 0 || checks.has('agreement')) shown.push('split');
  if (inCut === 0) shown.push('blocked');
  if (checks.has('causal order')) shown.push('inverted');
  if (checks.has('survival')) shown.push('lost');
  return { shown, validated: tokens.validatedCount };
}

/** Again and again one agent is cut off, and a moment later the power of all others fails and comes back, disks kept. */
function powerFailures(mesh: ReturnType<typeof meshOf>, agents: number): void {
  for (let round = 0; round < 20; round++) {
    const alone = round % agents;
    mesh.partition(createGroups([[alone]], agents));
    mesh.advanceTo(mesh.nowS + 0.05);
    for (let agent = 0; agent < agents; agent++) {
      if (agent === alone) continue;
      mesh.crash(agent);
      mesh.restart(agent);
    }
    mesh.advanceTo(mesh.nowS + 0.3);
    mesh.heal();
    mesh.advanceTo(mesh.nowS + 0.35);
  }
}

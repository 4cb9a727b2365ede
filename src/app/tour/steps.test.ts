import { expect, test } from 'vitest';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { steps, taskOf, type Moment } from './steps.ts';

const moment = (change: {
  playing?: boolean;
  partitioned?: boolean;
  protocol?: 'chorus' | 'legacy';
  coupling?: number;
  conflicts?: number;
}): Moment => ({
  live: {
    playing: change.playing ?? true,
    partitioned: change.partitioned ?? false,
    now: {
      ...defaultScenario,
      field: { ...defaultScenario.field, coupling: change.coupling ?? 2 },
      mesh: { ...defaultScenario.mesh, protocol: change.protocol ?? 'chorus' },
    },
  },
  frame: { conflicts: change.conflicts ?? 0, components: 1, r: 0.5 },
  couplingBefore: 2,
});
const targetsOf = (index: number, at: Moment): string | undefined => {
  const step = steps[index];
  return step === undefined ? undefined : taskOf(step, at).target;
};
const done = (index: number, at: Moment): boolean | undefined => steps[index]?.isDone(at);

test('A step is done only when the person really did it', () => {
  expect(steps).toHaveLength(4);
  expect([0, 1, 3].map((index) => done(index, moment({})))).toEqual([false, false, false]);
  expect(done(0, moment({ coupling: 2.5 }))).toBe(true);
  expect(done(1, moment({ partitioned: true }))).toBe(true);
  expect(done(2, moment({ partitioned: true }))).toBe(false);
  expect(done(2, moment({}))).toBe(true);
  // Conflicts of another protocol are not what the last step is about.
  expect(done(3, moment({ conflicts: 5 }))).toBe(false);
  expect(done(3, moment({ conflicts: 5, protocol: 'legacy', partitioned: true }))).toBe(true);
});

test('The last step leads from the protocol to the cut to the count', () => {
  expect(targetsOf(3, moment({}))).toBe('protocol');
  expect(targetsOf(3, moment({ protocol: 'legacy' }))).toBe('partition');
  expect(targetsOf(3, moment({ protocol: 'legacy', partitioned: true }))).toBe('conflicts');
});

test('While time stands still every step points at Play', () => {
  for (const index of steps.keys()) expect(targetsOf(index, moment({ playing: false }))).toBe('play');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at } from '../base/assert.ts';
import { createClocks, maxClockJump, maxLamport, soundClockRules } from './clock.ts';

/** A random history: each step is a local event, or a send from one agent that another receives right away or later. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly delay: number;
}

interface Seen {
  readonly lamport: number;
  readonly vector: readonly number[];
}

const agents = 4;
const history = fc.array(fc.record({ from: fc.nat(agents - 1), to: fc.nat(agents - 1), delay: fc.nat(5) }) satisfies fc.Arbitrary<Step>, {
  minLength: 1,
  maxLength: 60,
});

function play(steps: readonly Step[]): readonly Seen[] {
  const clocks = createClocks(agents);
  const seen: Seen[] = [];
  const flying: { readonly due: number; readonly to: number; readonly lamport: number; readonly vector: Int32Array }[] = [];
  const note = (agent: number) => seen.push({ lamport: at(clocks.lamport, agent), vector: [...at(clocks.vector, agent)] });
  steps.forEach((step, now) => {
    for (const message of flying.filter((candidate) => candidate.due === now)) {
      expect(clocks.receive(message.to, message.lamport, message.vector)).toBe(true);
      note(message.to);
    }
    clocks.tick(step.from);
    note(step.from);
    if (step.to === step.from) return;
    const { from, to, delay } = step;
    flying.push({ due: now + 1 + delay, to, lamport: at(clocks.lamport, from), vector: at(clocks.vector, from).slice() });
  });
  return seen;
}

const precedes = (a: Seen, b: Seen) => a !== b && a.vector.every((count, agent) => count <= at(b.vector, agent));

it('Lamport times rise along every happens-before that the vector clocks know of', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const seen = play(steps);
      for (const a of seen) for (const b of seen) if (precedes(a, b)) expect(a.lamport).toBeLessThan(b.lamport);
    }),
  );
});

it('the converse is false: a lower Lamport time does not mean an earlier event', () => {
  const seen = play([
    { from: 0, to: 0, delay: 0 },
    { from: 1, to: 1, delay: 0 },
    { from: 1, to: 1, delay: 0 },
  ]);
  const [first, , third] = seen;
  expect(first?.lamport).toBeLessThan(third?.lamport ?? 0);
  expect(precedes(at(seen, 0), at(seen, 2))).toBe(false);
});

it('takes no clock that lies further ahead than the bound', () => {
  const clocks = createClocks(2);
  const nothing = new Int32Array(2);
  expect(clocks.receive(0, maxClockJump + 1, nothing)).toBe(false);
  expect(clocks.lamport[0]).toBe(0);
  expect(clocks.receive(0, maxClockJump, nothing)).toBe(true);
  expect(clocks.lamport[0]).toBe(maxClockJump + 1);
});

it('unless the rule is taken away', () => {
  const clocks = createClocks(2, { ...soundClockRules, bounds: false });
  expect(clocks.receive(0, maxLamport, new Int32Array(2))).toBe(true);
  expect(clocks.lamport[0]).toBe(maxLamport + 1);
});

it('a clock that leaps never falls, and ends where every further event still counts', () => {
  const clocks = createClocks(2);
  clocks.jump(0, 10);
  expect([clocks.lamport[0], clocks.isTorn()]).toEqual([10, false]);
  for (let i = 0; i < 3; i++) clocks.jump(0, maxLamport);
  clocks.tick(0);
  expect([clocks.lamport[0], clocks.isTorn()]).toEqual([maxLamport + 1, true]);
  clocks.jump(0, 1);
  expect(clocks.lamport[0]).toBe(maxLamport + 1);
});

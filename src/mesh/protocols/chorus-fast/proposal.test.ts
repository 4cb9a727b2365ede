import { describe, expect, it } from 'vitest';
import { beginPrepare, countPromises, createProposal, takePromise, type Promised } from './proposal.ts';
import { soundFastRules, type FastRules } from './rules.ts';

const batch = (slot: number) => ({ slot, tokens: Int32Array.of(slot) });
const promise = (from: number, incarnations: readonly number[], ...votes: Promised['votes'][]): Promised => ({
  from,
  incarnations: Int32Array.from(incarnations),
  votes: votes.flatMap((some) => [...some]),
});

function countAfter(promises: readonly Promised[], bug: Partial<FastRules> = {}): number {
  const proposal = createProposal(3);
  beginPrepare(proposal, 20);
  for (const one of promises) takePromise(proposal, one, { ...soundFastRules, ...bug });
  return countPromises(proposal);
}

describe('promises are counted', () => {
  it('once an agent, however often one comes', () => {
    expect(countAfter([promise(0, [0, 0, 0]), promise(1, [0, 0, 0]), promise(1, [0, 0, 0])])).toBe(2);
  });

  it('not when another promises who has heard that the disk was lost since, in whatever order they come', () => {
    const old = promise(0, [0, 0, 0]);
    const witness = promise(1, [1, 0, 0]);
    const renewed = promise(0, [1, 0, 0]);
    expect(countAfter([old, witness])).toBe(1);
    expect(countAfter([witness, old])).toBe(1);
    expect(countAfter([old, witness, renewed])).toBe(2);
    expect(countAfter([renewed, witness, old])).toBe(2);
    expect(countAfter([old, witness], { forgetsOldPromises: false })).toBe(2);
  });
});

it('of what was accepted in a slot, the highest ballot binds', () => {
  const bound = (binding: FastRules['binding']) => {
    const proposal = createProposal(3);
    beginPrepare(proposal, 20);
    const [low, high] = [5, 9].map((ballot) => ({ ballot, batch: batch(4) }));
    if (low === undefined || high === undefined) throw new Error('two votes');
    takePromise(proposal, promise(0, [0, 0, 0], [low]), { ...soundFastRules, binding });
    takePromise(proposal, promise(1, [0, 0, 0], [high]), { ...soundFastRules, binding });
    return proposal.bound.get(4)?.ballot;
  };
  expect([bound('highest'), bound('first'), bound('none')]).toEqual([9, 5, undefined]);
});

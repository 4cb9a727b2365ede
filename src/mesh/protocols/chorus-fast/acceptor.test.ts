import { describe, expect, it } from 'vitest';
import { createAcceptor } from './acceptor.ts';
import { joinClaims, noClaim } from './claim.ts';
import { soundFastRules, type FastRules } from './rules.ts';
import { createTally } from './tally.ts';

const batch = (slot: number) => ({ slot, tokens: Int32Array.of(slot) });
const acceptorWith = (bug: Partial<FastRules> = {}) => createAcceptor({ ...soundFastRules, ...bug });

describe('one promise stands for all slots', () => {
  it('a promised ballot keeps every lower one out of every slot', () => {
    const acceptor = acceptorWith();
    expect(acceptor.prepare(20)).toBe(true);
    expect(acceptor.prepare(10)).toBe(false);
    for (const slot of [0, 1, 7]) expect(acceptor.accept(10, batch(slot))).toBe(false);
    expect(acceptor.accept(20, batch(7))).toBe(true);
    expect([...acceptor.votes()].map((vote) => vote.batch.slot)).toEqual([7]);
  });

  it('a vote in one slot is a promise in all, unless the rule is taken away', () => {
    const voteThenLower = (bug: Partial<FastRules>) => {
      const acceptor = acceptorWith(bug);
      acceptor.accept(20, batch(3));
      return acceptor.accept(10, batch(4));
    };
    expect(voteThenLower({})).toBe(false);
    expect(voteThenLower({ acceptPromises: false })).toBe(true);
  });

  it('promise and votes survive a crash, unless the rule is taken away', () => {
    const afterCrash = (bug: Partial<FastRules>) => {
      const acceptor = acceptorWith(bug);
      acceptor.prepare(20);
      acceptor.accept(20, batch(0));
      acceptor.crash();
      return { lower: acceptor.prepare(10), votes: [...acceptor.votes()].length, claim: acceptor.claim };
    };
    const claim = { ballot: 20, first: 0, last: 0 };
    expect(afterCrash({})).toEqual({ lower: false, votes: 1, claim });
    expect(afterCrash({ persistsPromise: false })).toEqual({ lower: true, votes: 1, claim });
    expect(afterCrash({ persistsAccepted: false })).toEqual({ lower: false, votes: 0, claim: noClaim });
  });
});

describe('a claim covers what was accepted at its ballot and nothing else', () => {
  it('whatever the order in which slots come, and whatever is applied meanwhile', () => {
    const slots = [0, 1, 2, 3, 4, 5];
    for (let round = 0; round < 200; round++) {
      const acceptor = acceptorWith();
      const accepted = new Set<number>();
      // A shuffle that differs from round to round, the last slots left out now and then.
      const order = [...slots].sort((a, b) => ((a * 7 + round * 13) % 11) - ((b * 5 + round * 3) % 11)).slice(0, 3 + (round % 4));
      order.forEach((slot, step) => {
        acceptor.accept(20, batch(slot));
        accepted.add(slot);
        if (step === round % 5 && accepted.has(0)) acceptor.forget(0);
        const { first, last } = acceptor.claim;
        expect(last).toBeGreaterThanOrEqual(first);
        for (let at = first; at <= last; at++) expect(accepted, `round ${round}`).toContain(at);
      });
    }
  });

  it('a hole ends it, unless the rule is taken away', () => {
    const claimOver = (bug: Partial<FastRules>) => {
      const acceptor = acceptorWith(bug);
      acceptor.accept(20, batch(0));
      acceptor.accept(20, batch(2));
      return acceptor.claim;
    };
    expect(claimOver({})).toEqual({ ballot: 20, first: 2, last: 2 });
    expect(claimOver({ claimsNoHoles: false })).toEqual({ ballot: 20, first: 0, last: 2 });
  });

  it('a higher ballot begins a new one', () => {
    const acceptor = acceptorWith();
    for (const slot of [0, 1, 2]) acceptor.accept(20, batch(slot));
    acceptor.accept(30, batch(1));
    expect(acceptor.claim).toEqual({ ballot: 30, first: 1, last: 1 });
  });

  it('joined with another only where they touch and are of one ballot', () => {
    const claim = (first: number, last: number, ballot = 20) => ({ ballot, first, last });
    expect(joinClaims(claim(0, 3), claim(4, 6))).toEqual(claim(0, 6));
    expect(joinClaims(claim(2, 5), claim(0, 3))).toEqual(claim(0, 5));
    expect(joinClaims(claim(0, 3), claim(5, 6))).toEqual(claim(5, 6));
    expect(joinClaims(claim(0, 9), claim(3, 3, 30))).toEqual(claim(3, 3, 30));
  });
});

describe('a slot is chosen when a quorum claims it at one ballot', () => {
  const claim = (ballot: number, first: number, last: number) => ({ ballot, first, last });

  it('claims of different agents count, an agent twice does not', () => {
    const tally = createTally(5, 3, soundFastRules);
    tally.hear(0, claim(20, 0, 4));
    tally.hear(1, claim(20, 2, 4));
    tally.hear(1, claim(20, 0, 3));
    expect(tally.isChosen(2)).toBe(false);
    tally.hear(2, claim(20, 2, 2));
    expect([1, 2, 3].map(tally.isChosen)).toEqual([false, true, false]);
  });

  it('claims of a lower ballot do not, unless the rule is taken away', () => {
    const isChosen = (bug: Partial<FastRules>) => {
      const tally = createTally(3, 2, { ...soundFastRules, ...bug });
      tally.hear(0, claim(20, 0, 0));
      tally.hear(1, claim(30, 0, 0));
      return tally.isChosen(0);
    };
    expect(isChosen({})).toBe(false);
    expect(isChosen({ countsOneBallot: false })).toBe(true);
  });
});

/**
 * Who has accepted what in the tiny world of the fast Chorus, and so what is chosen in which slot: by what the agents tell of
 * themselves, whether it arrives or not. What an agent applies must have been chosen.
 */
import type { Batch, Message } from '../../mesh/message.ts';
import { soundFastRules } from '../../mesh/protocols/chorus-fast/rules.ts';
import type { Tokens } from '../../mesh/tokens.ts';
import { createMicroTally, type MicroTally } from './micro-tally.ts';
import type { MicroCheck } from './micro-world.ts';

export interface MicroJudge {
  readonly hasChosen: boolean;
  readonly broken: MicroCheck | undefined;
  begin(): void;
  /** A message is sent. */
  sees(message: Message): void;
  /** An agent applies the next slot, without the tokens that it had applied before. */
  committed(batch: Batch): void;
}

interface Proposed {
  readonly ballot: number;
  readonly batch: Batch;
}

export function createMicroJudge(agents: number, tokens: Tokens): MicroJudge {
  const quorum = soundFastRules.quorum(agents);
  /** By slot. */
  const tallies: MicroTally[] = [];
  const proposed: Proposed[][] = [];
  let slots = 0;
  let broken: MicroCheck | undefined;

  function tallyOf(slot: number): MicroTally {
    for (; slots <= slot; slots++) {
      if (slots === tallies.length) {
        tallies.push(createMicroTally());
        proposed.push([]);
      }
      tallies[slots]?.begin(quorum);
      proposed[slots]?.splice(0);
    }
    return tallies[slot] as MicroTally;
  }

  function accepted(agent: number, ballot: number, slot: number): void {
    const tally = tallyOf(slot);
    const its = proposed[slot]?.find((each) => each.ballot === ballot);
    if (its === undefined) broken ??= 'validity';
    else tally.accepted(agent, ballot, its.batch);
    if (tally.broken) broken ??= 'agreement';
  }

  function sees({ kind, from, ballot, votes, firstSlot, slot }: Message): void {
    if (kind === 'accepted') for (let at = firstSlot; at <= slot; at++) accepted(from, ballot, at);
    if (kind !== 'accept') return;
    for (const { batch } of votes) {
      tallyOf(batch.slot);
      if (proposed[batch.slot]?.every((each) => each.ballot !== ballot)) proposed[batch.slot]?.push({ ballot, batch });
      // Whoever asks has accepted it.
      accepted(from, ballot, batch.slot);
    }
  }

  function committed({ slot, tokens: applied }: Batch): void {
    const { chosen } = tallyOf(slot);
    const fresh = chosen?.tokens.filter((token) => isIn(slot, token)) ?? [];
    if (chosen === undefined || applied.length !== fresh.length || applied.some((token, index) => token !== fresh[index])) {
      broken ??= 'agreement';
      return;
    }
    applied.forEach((token, index) => {
      if (tokens.slot.values[token] === -1) tokens.place(token, slot, index);
    });
  }

  /** Whether a token is applied with this slot, and not with one before. */
  const isIn = (slot: number, token: number): boolean => (tokens.slot.values[token] as number) === -1 || tokens.slot.values[token] === slot;

  return {
    get hasChosen() {
      return tallies.some((tally, slot) => slot < slots && tally.chosen !== undefined);
    },
    get broken() {
      return broken;
    },
    begin() {
      slots = 0;
      broken = undefined;
    },
    sees,
    committed,
  };
}

/**
 * What the paper replaces: rounds in lock-step and wall-clock time stamps. In a round every member of an agent's view makes
 * up to `roundBatch` tokens, as many as its token clock allows, stamps them with its wall clock, broadcasts them with its
 * phase and waits for everybody in the view; meanwhile its token clock stands still. Then the round's tokens are committed
 * in the order of their stamps, its phases become the coupling, and the next round begins. Who is silent for
 * `barrierTimeoutS` is evicted and the rest goes on; who is heard again is let in, and the logs are merged, last writer wins.
 * Nobody counts a quorum: two sides of a cut evict each other and both go on committing.
 *
 * It is given a fair chance: the same network and load, tokens sent in batches, a lost message asked for again and
 * again before its sender is given up.
 */
import type { ProtocolState } from '../../inspection.ts';
import type { CreateProtocol } from '../../protocol.ts';
import { receive } from './hearing.ts';
import { contributionOf, createMember, memberOf, timer, type Context, type LegacyOptions } from './member.ts';
import { beginRound, restart } from './round.ts';
import { askAgain, evictSilent } from './silence.ts';

export function createLegacy(options: LegacyOptions): CreateProtocol {
  return (world) => {
    const members = Array.from({ length: world.agents }, () => createMember(world.agents));
    const context: Context = { world, options, members };
    return {
      remember: (memory) => {
        memory.all(members);
      },
      isLockStep: true,
      start: (self) => {
        restart(context, self);
      },
      crash: () => undefined,
      loseDisk(self) {
        members[self] = createMember(world.agents);
      },
      isMember: () => true,
      receive: (self, message) => {
        receive(context, self, message);
      },
      timer(self, its) {
        if (its === timer.begin) beginRound(context, self);
        else if (its === timer.barrier) evictSilent(context, self);
        else askAgain(context, self);
      },
      generated: () => undefined,
      inspect: (self) => inspect(context, self),
      firstUnapplied: (self) => members[self]?.round ?? 0,
    };
  };
}

function inspect(context: Context, self: number): ProtocolState {
  const member = memberOf(context, self);
  const view = context.members.flatMap((_, agent) => (member.view[agent] === 1 ? [agent] : []));
  const awaited = member.begun ? view.filter((agent) => contributionOf(member, agent) === undefined) : [];
  return { kind: 'rounds', round: member.round, view, awaited };
}

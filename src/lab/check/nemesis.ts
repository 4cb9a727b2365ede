/**
 * A nemesis watches the messages of a mesh and strikes when it hurts: it crashes, wipes, pauses or cuts off who has just sent, or
 * just heard, the n-th copy of a message of some kind. Faults at random times seldom meet a proposer between its two phases;
 * these do. It strikes at the next step boundary, so that what it did is written down and replayed as any other fault.
 */
import { messageKinds, type Message, type MessageKind } from '../../mesh/message.ts';
import type { CreateProtocol } from '../../mesh/protocol.ts';
import type { Intervention } from '../scenario/schema.ts';
import type { Dice } from './dice.ts';

/** What makes it strike, whom, and how. */
export interface Aim {
  readonly kind: MessageKind;
  /** At the n-th arrival of a message of one ballot; of those that have none it is counted together. */
  readonly nth: number;
  readonly whom: 'sender' | 'receiver';
  readonly blow: 'crash' | 'wipe' | 'pause' | 'cut' | 'blackout';
  readonly probability: number;
  /** The longest that it lasts, s. */
  readonly lastsS: number;
}

export interface Nemesis {
  /** The protocol, watched. */
  readonly createProtocol: CreateProtocol;
  /** The blows that are due at a step boundary. */
  strike(atS: number): readonly Blow[];
}

/** Faults at one time, and how long they last. */
export interface Blow {
  readonly faults: readonly Intervention[];
  readonly lastsS: number;
}

/** Phase messages and heartbeats come all the time and decide nothing. */
export const decisive = messageKinds.filter((kind) => kind !== 'phase' && kind !== 'heartbeat');

export function drawAims(dice: Dice, agents: number, roundTripS: number): readonly Aim[] {
  return Array.from({ length: 1 + dice.below(3) }, () => ({
    kind: dice.chance(0.7) ? dice.pick(['promise', 'accept', 'accepted'] as const) : dice.pick(decisive),
    nth: 1 + dice.below(Math.ceil(agents / 2)),
    whom: dice.chance(0.7) ? 'sender' : 'receiver',
    blow: dice.pick(['crash', 'wipe', 'pause', 'cut', 'cut', 'blackout']),
    probability: dice.magnitude(0.05, 1),
    lastsS: Math.max(0.02, roundTripS * dice.magnitude(0.3, 20)),
  }));
}

export function createNemesis(createProtocol: CreateProtocol, aims: readonly Aim[], agents: number, dice: Dice): Nemesis {
  const marked: { readonly aim: Aim; readonly victim: number; readonly other: number }[] = [];
  const arrivals = aims.map(() => new Map<number, number>());

  function watch(to: number, { kind, from, ballot }: Message): void {
    aims.forEach((aim, index) => {
      if (aim.kind !== kind) return;
      const counts = arrivals[index];
      const count = (counts?.get(ballot) ?? 0) + 1;
      counts?.set(ballot, count);
      if (count !== aim.nth || !dice.chance(aim.probability)) return;
      marked.push(aim.whom === 'sender' ? { aim, victim: from, other: to } : { aim, victim: to, other: from });
    });
  }

  return {
    createProtocol: (world) => {
      const protocol = createProtocol(world);
      return {
        ...protocol,
        receive(agent, message) {
          watch(agent, message);
          protocol.receive(agent, message);
        },
      };
    },
    strike: (atS) =>
      marked.splice(0).map(({ aim, victim, other }) => ({
        faults: faultsOf(aim.blow, atS, victim, other),
        lastsS: 2 * aim.lastsS * dice.real(),
      })),
  };

  function faultsOf(blow: Aim['blow'], atS: number, victim: number, other: number): readonly Intervention[] {
    if (blow === 'cut') return [cut(atS, victim, other)];
    if (blow === 'wipe') return [{ atS, do: 'crash', agent: victim, disk: 'lost' }];
    if (blow !== 'blackout') return [{ atS, do: blow, agent: victim }];
    // The power of all others fails; what they had sent to the victim may still come, but not the other way.
    const others = Array.from({ length: agents }, (_, agent) => agent).filter((agent) => agent !== victim);
    return others.map((agent) => ({ atS, do: 'crash', agent }));
  }

  /** The victim is left alone, with the other one, or with a few by chance. */
  function cut(atS: number, victim: number, other: number): Intervention {
    const share = dice.pick([0, 0, 0.25]);
    const group = Array.from({ length: agents }, (_, agent) => agent).filter((agent) => agent === victim || dice.chance(share));
    if (share === 0 && dice.chance(0.5) && other !== victim && agents > 2) group.push(other);
    return { atS, do: 'partition', groups: [group.length < agents ? group : [victim]] };
  }
}

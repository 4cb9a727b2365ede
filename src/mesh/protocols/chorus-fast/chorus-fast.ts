/**
 * The fast Chorus: the Chorus in which a promise covers all slots from the first unapplied one on, instead of one slot, so
 * that whoever was promised goes on with phase 2 alone (Multi-Paxos: Lamport 2001, "Paxos Made Simple", section 3), and in which
 * acceptors tell everybody what they accepted, so that an author knows one message later. A token is on its way to whose turn it
 * is, from there to a quorum, and from the quorum to its author.
 *
 * Nobody is elected and no lease is held: a turn is a ballot (Lamport time, agent). It goes to whose quorum answers fastest
 * (`../chorus/turns.ts`), and any agent takes it over, by a higher ballot, when nothing goes on; a straggler or a silent agent
 * that has not the turn keeps nobody waiting.
 *
 * Slots are open at the same time, so one may end up empty or with another's batch while a later one is chosen as it was
 * proposed. Therefore every batch stands alone: it holds *all* tokens that its proposer knew and had not applied, in the
 * order (L, author), those of its own open slots too; each is applied once. So, with the log before a slot holding what the
 * slot's proposer had applied, and the known tokens being closed under "lies in the past of":
 *
 * - causal order: applying the batch adds the known tokens that are not in the log yet, causes first;
 * - nothing is skipped: of each author a batch holds an unbroken row from the first that the log might lack;
 * - real-time order: a validated token's slot s and all below it are chosen at that time. A token that is made later is
 *   in no batch that exists then, hence in none chosen in a slot up to s.
 *
 * Agreement is that of Paxos, slot by slot: a slot's value is chosen when a quorum has accepted it in one ballot, and a
 * proposer hears from a quorum what was accepted in *every* open slot before it proposes in any.
 */
import type { Message } from '../../message.ts';
import type { CreateProtocol } from '../../protocol.ts';
import { beat, beginToBeat, hearBeat } from '../chorus/heartbeats.ts';
import { isMember } from '../chorus/joining.ts';
import { agentOf } from '../chorus/shared.ts';
import { crash, createContext, loseDisk, timer, type Context } from './agent.ts';
import { answerAccept, answerPrepare, tellProposer } from './answers.ts';
import { answerJoin, hearJoined } from './joining.ts';
import { answerFetch, hearChosen, learn, noteAhead } from './learning.ts';
import { endPatience, expectProgress, goOn, improve, promised, propose, proposeNext, refused } from './proposer.ts';
import { retry } from './retry.ts';
import { soundFastRules, type FastRules } from './rules.ts';

export const createChorusFast: CreateProtocol = (world) => createChorusFastWith(soundFastRules)(world);

/** The fast Chorus with other rules: a planted bug. */
export function createChorusFastWith(rules: FastRules): CreateProtocol {
  return (world) => {
    const context = createContext(world, rules);
    return {
      remember: (memory) => {
        memory.all(context.agents, context.log);
      },
      isLockStep: false,
      start(self) {
        beginToBeat(context, self);
        expectProgress(context, self);
      },
      crash: (self) => {
        crash(context, self);
      },
      loseDisk: (self) => {
        loseDisk(context, self);
      },
      isMember: (self) => isMember(agentOf(context, self)),
      receive(self, message) {
        agentOf(context, self).turns.heard(message.from, world.nowS);
        noteAhead(context, self, message);
        handle(context, self, message);
        propose(context, self);
        expectProgress(context, self);
      },
      timer(self, its) {
        if (its === timer.heartbeat) {
          beat(context, self);
          improve(context, self);
        } else if (its === timer.patience) endPatience(context, self);
        else if (its === timer.retry) retry(context, self);
        else proposeNext(context, self);
      },
      generated(self) {
        tellProposer(context, self);
        propose(context, self);
        expectProgress(context, self);
      },
      firstUnapplied: (self) => agentOf(context, self).learner.firstUnapplied,
    };
  };
}

function handle(context: Context, self: number, message: Message): void {
  const { proposal, tally } = agentOf(context, self);
  switch (message.kind) {
    case 'phase':
    case 'round':
    case 'ask':
    case 'merge':
      break;
    case 'heartbeat':
      hearBeat(context, self, message);
      break;
    case 'prepare':
      answerPrepare(context, self, message);
      break;
    case 'promise':
      if (proposal.phase === 'prepare' && message.ballot === proposal.ballot) promised(context, self, message);
      break;
    case 'refuse':
      refused(context, self, message);
      break;
    case 'accept':
      answerAccept(context, self, message);
      if (learn(context, self)) goOn(context, self);
      break;
    case 'accepted':
      tally.hear(message.from, { ballot: message.ballot, first: message.firstSlot, last: message.slot });
      if (learn(context, self)) goOn(context, self);
      break;
    case 'chosen':
      if (hearChosen(context, self, message)) goOn(context, self);
      break;
    case 'fetch':
      answerFetch(context, self, message);
      break;
    case 'join':
      answerJoin(context, self, message);
      break;
    case 'joined':
      hearJoined(context, self, message);
      break;
  }
}

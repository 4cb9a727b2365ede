/**
 * The Chorus: leaderless consensus by Lamport clocks and quorums. The shared log is a sequence of slots, each decided by
 * one instance of Paxos (Lamport 1998) in which any agent may propose; ballots are Lamport times (L, agent), so that the
 * clock rule itself lifts a late proposer past the ballot that beat it. A slot holds a batch: all tokens that its proposer
 * knew to be pending, in the order (L, author). Randomised exponential backoff, and taking turns (`turns.ts`), stand in
 * for a leader (cf. Baxos 2022; CASPaxos, Rystsov 2018).
 *
 * Causal order holds because an agent's knowledge of pending tokens rides on every message: whoever knows a token knows
 * all that lies in its past. Only an agent that has applied all slots before s can get a value of its own into s, so a
 * batch never repeats a token of an earlier slot, nor lacks one that was applied elsewhere.
 */
import type { Message } from '../../message.ts';
import type { CreateProtocol } from '../../protocol.ts';
import { crash, createContext, loseDisk, timer, type Context } from './agent.ts';
import { answerAccept, answerPrepare } from './answers.ts';
import { beginToBeat, hearBeat } from './heartbeats.ts';
import { answerFetch, heartbeat, learn, noteAhead } from './learning.ts';
import { inspect } from './inspect.ts';
import { answerJoin, hearJoined, isMember } from './joining.ts';
import { accepted, beginSlot, promised, propose, refused, retry, takeTurn } from './proposer.ts';
import { soundRules, type Rules } from './rules.ts';
import { agentOf } from './shared.ts';

export const createChorus: CreateProtocol = (world) => createChorusWith(soundRules)(world);

/** The Chorus with other rules: an ablation, or a planted bug. */
export function createChorusWith(rules: Rules): CreateProtocol {
  return (world) => {
    const context = createContext(world, rules);
    return {
      remember: (memory) => {
        memory.all(context.agents, context.log);
      },
      isLockStep: false,
      start(self) {
        beginToBeat(context, self);
        takeTurn(context, self);
      },
      crash: (self) => {
        crash(context, self);
      },
      loseDisk: (self) => {
        loseDisk(context, self);
      },
      inspect: (self) => inspect(context, self),
      isMember: (self) => isMember(agentOf(context, self)),
      receive(self, message) {
        const { turns } = agentOf(context, self);
        turns.heard(message.from, world.nowS);
        noteAhead(context, self, message);
        handle(context, self, message);
        takeTurn(context, self);
      },
      timer(self, its) {
        if (its === timer.heartbeat) heartbeat(context, self);
        else if (its === timer.propose) propose(context, self);
        else retry(context, self);
      },
      generated: (self) => {
        takeTurn(context, self);
      },
      firstUnapplied: (self) => agentOf(context, self).learner.firstUnapplied,
    };
  };
}

function handle(context: Context, self: number, message: Message): void {
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
      if (answers(context, self, message, 'prepare')) promised(context, self, message.from, message.otherBallot, message.batch);
      break;
    case 'refuse':
      refused(context, self, message);
      break;
    case 'accept':
      answerAccept(context, self, message);
      if (context.rules.chosenBy === 'proposed') takeIn(context, self, message);
      break;
    case 'accepted':
      if (answers(context, self, message, 'accept')) accepted(context, self, message.from);
      break;
    case 'chosen':
      takeIn(context, self, message);
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

/** Whether a message answers what the agent is asking now. */
function answers({ rules, agents }: Context, self: number, message: Message, phase: 'prepare' | 'accept'): boolean {
  const proposal = agents[self]?.proposal;
  if (proposal?.phase !== phase || message.slot !== proposal.slot) return false;
  return !rules.matchesBallot || message.ballot === proposal.ballot;
}

function takeIn(context: Context, self: number, { batch }: Message): void {
  if (batch !== undefined && learn(context, self, batch)) beginSlot(context, self);
}

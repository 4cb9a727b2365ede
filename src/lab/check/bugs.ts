/**
 * The bugs that the campaign plants in the Chorus to prove that it would have found them. Each is one switch of the rules
 * (`mesh/protocols/chorus/rules.ts`) or of the clocks; nothing in a scenario reaches them. To add one: one entry here, and the
 * table of `docs/campaign.md` made anew.
 */
import { soundClockRules } from '../../mesh/clock.ts';
import type { MicroCheck } from './micro.ts';
import type { Flaw } from './subject.ts';
import type { TrialCheck } from './trial.ts';

export interface Bug extends Flaw {
  readonly name: string;
  /** What is wrong, in one sentence. */
  readonly says: string;
  /** The check that finds it in the mesh, and the number of seeds within which it does. */
  readonly mesh?: Found<TrialCheck>;
  /** The same in the tiny world of acceptors and proposers; there seeds are runs. */
  readonly micro?: Found<MicroCheck>;
}

interface Found<Check> {
  readonly check: Check;
  readonly within: number;
}

export const bugs: readonly Bug[] = [
  {
    name: 'half-quorum',
    says: 'Half of the agents, rounded down, count as a quorum.',
    rules: { quorum: (agents) => Math.floor(agents / 2) },
    mesh: { check: 'agreement', within: 60 },
    micro: { check: 'agreement', within: 500 },
  },
  {
    name: 'even-quorum',
    says: 'Half of the agents, rounded up, count as a quorum: wrong only in even meshes.',
    rules: { quorum: (agents) => Math.ceil(agents / 2) },
    mesh: { check: 'minority', within: 60 },
    micro: { check: 'agreement', within: 5_000 },
  },
  {
    name: 'counts-replies',
    says: 'Votes are counted by replies, not by the set of their senders.',
    rules: { countsSenders: false },
    micro: { check: 'agreement', within: 5_000 },
  },
  {
    name: 'old-replies',
    says: 'Answers to an earlier ballot count for the present one.',
    rules: { matchesBallot: false },
    micro: { check: 'agreement', within: 2_000 },
  },
  {
    name: 'first-accepted',
    says: 'Of the values that were accepted, the first one heard of binds, not that of the highest ballot.',
    rules: { binding: 'first' },
    micro: { check: 'agreement', within: 20_000 },
  },
  {
    name: 'own-value',
    says: 'A proposer proposes its own value, whatever was accepted before.',
    rules: { binding: 'none' },
    mesh: { check: 'agreement', within: 300 },
    micro: { check: 'agreement', within: 100 },
  },
  {
    name: 'changes-value',
    says: 'A proposer that asks again proposes what is pending by then, in the same ballot.',
    rules: { keepsValue: false },
    micro: { check: 'agreement', within: 100 },
  },
  {
    name: 'tied-ballots',
    says: 'A ballot is a Lamport time alone: two agents may have the same.',
    rules: { distinctBallots: false },
    mesh: { check: 'agreement', within: 60 },
    micro: { check: 'agreement', within: 500 },
  },
  {
    name: 'promises-anything',
    says: 'An acceptor promises a ballot below one that it has promised.',
    rules: { checksPromise: false },
    micro: { check: 'agreement', within: 500 },
  },
  {
    name: 'accepts-anything',
    says: 'An acceptor accepts a ballot below one that it has promised.',
    rules: { checksAccept: false },
    micro: { check: 'agreement', within: 500 },
  },
  {
    name: 'accept-is-no-promise',
    says: 'To accept a ballot does not raise the promise.',
    rules: { acceptPromises: false },
    micro: { check: 'agreement', within: 100_000 },
  },
  {
    name: 'one-ballot',
    says: 'One variable holds both the promised and the accepted ballot.',
    rules: { separateBallots: false },
    micro: { check: 'agreement', within: 20_000 },
  },
  {
    name: 'forgets-promise',
    says: 'A promise does not survive a crash.',
    rules: { persistsPromise: false },
    micro: { check: 'agreement', within: 5_000 },
  },
  {
    name: 'forgets-accepted',
    says: 'An accepted value does not survive a crash.',
    rules: { persistsAccepted: false },
    micro: { check: 'agreement', within: 5_000 },
  },
  {
    name: 'forgets-pending',
    says: 'Tokens that wait do not survive a crash of their author.',
    rules: { persistsPending: false },
    mesh: { check: 'causal order', within: 30 },
  },
  {
    name: 'votes-after-lost-disk',
    says: 'Whoever has lost its disk votes at once, in slots in which it may have voted before.',
    rules: { rejoins: false },
    mesh: { check: 'agreement', within: 500 },
  },
  {
    name: 'no-prepare',
    says: 'Phase 2 without phase 1: nobody asks what was accepted before.',
    rules: { prepares: false },
    mesh: { check: 'agreement', within: 60 },
    micro: { check: 'agreement', within: 100 },
  },
  {
    name: 'chosen-by-one',
    says: 'A value counts as chosen when one agent has accepted it.',
    rules: { chosenBy: 'one' },
    mesh: { check: 'agreement', within: 60 },
    micro: { check: 'agreement', within: 1_000 },
  },
  {
    name: 'assumed-chosen',
    says: 'A value counts as chosen when it is proposed.',
    rules: { chosenBy: 'proposed' },
    mesh: { check: 'agreement', within: 60 },
    micro: { check: 'agreement', within: 500 },
  },
  {
    name: 'self-promotion',
    says: 'A proposer that is not answered in time goes on as if it had been.',
    rules: { waitsForQuorum: false },
    mesh: { check: 'agreement', within: 60 },
    micro: { check: 'agreement', within: 100 },
  },
  {
    name: 'applies-gaps',
    says: 'A slot is applied while one before it is missing.',
    rules: { appliesInOrder: false },
    mesh: { check: 'agreement', within: 20 },
  },
  {
    name: 'applies-twice',
    says: 'What is told a second time is applied a second time.',
    rules: { appliesOnce: false },
    mesh: { check: 'duplicates', within: 20 },
  },
  {
    name: 'early-answer',
    says: 'A token counts as validated when it is proposed.',
    rules: { validatesApplied: false },
    mesh: { check: 'survival', within: 20 },
  },
  {
    name: 'no-catch-up',
    says: 'Whoever is behind does not ask for what it lacks.',
    rules: { catchesUp: false },
    mesh: { check: 'liveness', within: 800 },
  },
  {
    name: 'no-backoff',
    says: 'Proposers neither take turns nor give way nor back off.',
    rules: { backsOff: false },
    mesh: { check: 'liveness', within: 20 },
  },
  {
    name: 'wall-clock-order',
    says: 'Ballots and the order of tokens come from wall clocks.',
    rules: { usesLamport: false },
    mesh: { check: 'causal order', within: 60 },
  },
  {
    name: 'clock-forgets',
    says: 'The Lamport clock does not survive a crash.',
    clockRules: { ...soundClockRules, persists: false },
    mesh: { check: 'clock', within: 20 },
    micro: { check: 'agreement', within: 200_000 },
  },
  {
    name: 'clock-deaf',
    says: 'A receive does not lift the Lamport clock past the message’s.',
    clockRules: { ...soundClockRules, hears: false },
    mesh: { check: 'clock', within: 20 },
  },
];

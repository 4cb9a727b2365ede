/** Bugs of the fast Chorus: its rules (`mesh/protocols/chorus-fast/rules.ts`). */
import type { Bug } from './bug.ts';

export const fastBugs: readonly Bug[] = [
  {
    name: 'fast-half-quorum',
    says: 'Half of the agents, rounded down, count as a quorum.',
    fastRules: { quorum: (agents) => Math.floor(agents / 2) },
    mesh: { check: 'agreement', within: 60 },
  },
  {
    name: 'fast-own-value',
    says: 'Whoever takes the turn proposes its own values, whatever was accepted before.',
    fastRules: { binding: 'none' },
    mesh: { check: 'agreement', within: 60 },
  },
  {
    name: 'fast-first-accepted',
    says: 'Of the values that were accepted in a slot, the first one heard of binds, not that of the highest ballot.',
    fastRules: { binding: 'first' },
    mesh: { check: 'agreement', within: 100 },
  },
  {
    name: 'fast-tells-one-slot',
    says: 'A promise tells what was accepted in the first open slot only, though it covers all.',
    fastRules: { tellsAllSlots: false },
    mesh: { check: 'agreement', within: 60 },
  },
  {
    name: 'fast-accepts-anything',
    says: 'An acceptor accepts a ballot below one that it has promised.',
    fastRules: { checksAccept: false },
    mesh: { check: 'agreement', within: 60 },
  },
  {
    name: 'fast-forgets-accepted',
    says: 'Accepted values do not survive a crash.',
    fastRules: { persistsAccepted: false },
    mesh: { check: 'agreement', within: 300 },
  },
  {
    name: 'fast-votes-after-lost-disk',
    says: 'Whoever has lost its disk votes at once, in slots in which it may have voted before.',
    fastRules: { rejoins: false },
    mesh: { check: 'agreement', within: 200 },
  },
  {
    name: 'fast-claims-holes',
    says: 'A claim reaches over slots in which nothing was accepted.',
    fastRules: { claimsNoHoles: false },
    mesh: { check: 'agreement', within: 500 },
  },
  {
    name: 'fast-counts-all-ballots',
    says: 'Claims of several ballots count together.',
    fastRules: { countsOneBallot: false },
    mesh: { check: 'agreement', within: 500 },
  },
  {
    name: 'fast-learns-any-value',
    says: 'When a quorum has accepted a slot, the value that lies there is taken, of whatever ballot.',
    fastRules: { learnsCountedValue: false },
    mesh: { check: 'agreement', within: 60 },
  },
  {
    name: 'fast-batches-lean',
    says: 'A batch leaves out what its proposer has proposed in open slots before.',
    fastRules: { batchesStandAlone: false },
    mesh: { check: 'causal order', within: 200 },
  },
  {
    name: 'fast-leaves-holes',
    says: 'Whoever takes the turn leaves slots open of which it was told nothing.',
    fastRules: { fillsHoles: false },
    mesh: { check: 'liveness', within: 200 },
  },
  {
    name: 'fast-never-repeats',
    says: 'What was not answered is not sent again.',
    fastRules: { retransmits: false },
    mesh: { check: 'liveness', within: 500 },
  },
  {
    name: 'fast-no-catch-up',
    says: 'Whoever is behind does not ask for what it lacks.',
    fastRules: { catchesUp: false },
    mesh: { check: 'liveness', within: 60 },
  },
  {
    name: 'fast-no-takeover',
    says: 'Who waits in vain does not take the turn.',
    fastRules: { takesOver: false },
    mesh: { check: 'liveness', within: 100 },
  },
];

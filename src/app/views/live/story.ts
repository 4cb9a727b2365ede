/** The one sentence on the page that says what is happening in a run and what to do next. */
import type { Scenario } from '../../../lab/scenario/schema.ts';
import type { Frame } from '../../../worker/frame.ts';

/** What the story needs to know of the moment. */
export interface Moment {
  readonly playing: boolean;
  readonly timeS: number;
  readonly r: number;
  readonly partitioned: boolean;
  readonly pending: number;
  readonly conflicts: number;
  readonly agents: number;
  /** Agents that hear no quorum, or are down. */
  readonly agentsWithoutQuorum: number;
  /** Whether the mesh has been cut and healed before. */
  readonly healedBefore: boolean;
  readonly tokenRateHz: number;
  readonly protocol: Scenario['mesh']['protocol'];
}

/** From here on the oscillators move as one for the eye. */
const gathered = 0.8;
/** Of its tokens an agent has some on the way at any time; a backlog is more than two seconds' worth. */
const backlogS = 2;

export function story(moment: Moment): string {
  const { playing, timeS, r, partitioned, pending, conflicts, agents, agentsWithoutQuorum, healedBefore, tokenRateHz, protocol } = moment;
  if (conflicts > 0) return 'Split brain: two agents have committed different tokens at the same place of the log.';
  if (!playing && timeS === 0) return 'Press Play: simulated time stands still until then.';
  if (protocol === 'legacy') return legacyStory(moment);
  if (partitioned && agentsWithoutQuorum >= agents) {
    return 'The mesh is cut and no side has a quorum: every token waits, none is lost. Press Heal.';
  }
  if (partitioned && agentsWithoutQuorum > 0) {
    const who = agentsWithoutQuorum === 1 ? 'One agent hears' : `${String(agentsWithoutQuorum)} agents hear`;
    return `The mesh is cut. ${who} no quorum: their tokens wait until you press Heal.`;
  }
  if (partitioned) return 'The mesh is cut, but everyone still hears a quorum. Press Heal to make it whole.';
  if (healedBefore && pending > backlogS * tokenRateHz * agents)
    return 'Healed: the tokens that waited are validated now, each exactly once.';
  if (healedBefore) return 'One again, and nothing was lost. Now choose Protocol: Legacy, and make the same cut.';
  if (r < gathered) return 'Drag Coupling K: the stronger the pull, the closer the oscillators gather.';
  return 'They gather. Now press Partition, and watch the circle come apart.';
}

/** The system that the paper replaces asks nobody for a quorum: under a cut it stands still, then each side goes on alone. */
function legacyStory({ partitioned, healedBefore }: Moment): string {
  if (partitioned) return 'The mesh is cut. Everyone waits for the silent, then drops them: soon each side commits tokens on its own.';
  if (healedBefore) return 'One again, this time without two versions of the log. Cut it for longer.';
  return 'This is the legacy system: lock-step rounds, ordered by wall clocks. Press Partition, and watch the conflicts.';
}

export function momentOf(frame: Frame, known: Pick<Moment, 'playing' | 'healedBefore' | 'tokenRateHz' | 'protocol'>): Moment {
  const { hearsQuorum } = frame.agentColumns;
  let agentsWithoutQuorum = 0;
  for (const hears of hearsQuorum) if (hears === 0) agentsWithoutQuorum++;
  const { timeS, r, partitioned, pending, conflicts, agents } = frame;
  return { timeS, r, partitioned, pending, conflicts, agents, agentsWithoutQuorum, ...known };
}

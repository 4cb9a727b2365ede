/** What the picture of the mesh shows, in words. */
import { messageKinds } from '../../lab/run/types.ts';
import type { Frame } from '../../worker/frame.ts';
import { messageLooks } from './looks.ts';
import { groupsOf, membersText } from './regroup.ts';

/** Groups are named one by one up to so many. */
const maxNamed = 4;

type Seen = Pick<Frame, 'agents' | 'agentColumns' | 'travelling' | 'flights' | 'flightsPresent'>;

/** How the mesh stands: changes only when an agent or the cut does. */
export function standing({ agents, agentColumns }: Pick<Frame, 'agents' | 'agentColumns'>): string {
  const { up, paused, hearsQuorum, group } = agentColumns;
  const groups = groupsOf(group);
  const where =
    groups.length === 1
      ? `${String(agents)} agents`
      : groups.length <= maxNamed
        ? `${String(agents)} agents cut into groups ${groups.map(membersText).join(' | ')}`
        : `${String(agents)} agents cut into ${String(groups.length)} groups`;
  const down = chosen(agents, (agent) => up[agent] === 0);
  const still = chosen(agents, (agent) => paused[agent] === 1);
  const deaf = chosen(agents, (agent) => up[agent] === 1 && hearsQuorum[agent] === 0);
  const parts = [
    where,
    deaf.length === 0 ? 'all that are up hear a quorum' : `without a quorum: ${membersText(deaf)}`,
    ...(down.length > 0 ? [`down: ${membersText(down)}`] : []),
    ...(still.length > 0 ? [`paused: ${membersText(still)}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** How it stands, and what is on its way. */
export function meshSummary(frame: Seen): string {
  const { travelling, flights, flightsPresent } = frame;
  const kinds = messageKinds.flatMap((kind, i) => {
    const count = travelling[i] as number;
    return count > 0 ? [`${String(count)} ${messageLooks[kind].label}`] : [];
  });
  const lost = lostOf(frame);
  const losses = lost > 0 ? ` Lost: ${String(lost)}.` : '';
  const sampled = flights < flightsPresent ? ` Drawn are ${String(flights)} of ${String(flightsPresent)}.` : '';
  return `${standing(frame)} Messages on their way: ${kinds.length === 0 ? 'none' : kinds.join(', ')}.${losses}${sampled}`;
}

/** What the crosses are, and how many messages are not drawn. */
export function noteText(frame: Seen): string {
  const { flights, flightsPresent } = frame;
  const lost = lostOf(frame);
  const parts = [
    ...(lost > 0 ? [`✕ ${String(lost)} lost`] : []),
    ...(flights < flightsPresent ? [`${String(flights)} of ${String(flightsPresent)} drawn`] : []),
  ];
  return parts.join(', ');
}

/** Of those present all that do not arrive: on their way to nobody, or lost a moment ago. */
function lostOf({ travelling, flightsPresent }: Seen): number {
  return flightsPresent - travelling.reduce((sum, count) => sum + count, 0);
}

/** One agent, as a screen reader tells it. */
export function agentText(agent: number, { agentColumns }: Pick<Frame, 'agentColumns'>): string {
  const { up, paused, hearsQuorum, pending, clock, component } = agentColumns;
  if (up[agent] === 0) return `Agent ${String(agent)}: down`;
  const parts = [
    `component ${String((component[agent] as number) + 1)}`,
    hearsQuorum[agent] === 0 ? 'hears no quorum' : 'hears a quorum',
    `${String(pending[agent])} tokens pending`,
    `Lamport time ${String(clock[agent])}`,
    ...(paused[agent] === 1 ? ['paused'] : []),
  ];
  return `Agent ${String(agent)}: ${parts.join(', ')}`;
}

function chosen(agents: number, belongs: (agent: number) => boolean): readonly number[] {
  return Array.from({ length: agents }, (_, agent) => agent).filter(belongs);
}

/** A look into one agent, for its card on the page. To look changes nothing. */
import { regionName } from '../../mesh/latency/regions.ts';
import type { Mesh } from '../../mesh/types.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { AgentDetail, LogTailRow } from './types.ts';

/** Places of the log that are shown. */
const tailLength = 6;

export function inspectAgent(mesh: Mesh, { mesh: { agents, latency } }: Scenario, agent: number): AgentDetail {
  const generated = mesh.tokens.byAuthor[agent]?.length ?? 0;
  const all = Array.from({ length: agents }, (_, other) => other);
  const group = new Int32Array(agents);
  mesh.groups(group);
  return {
    agent,
    agents,
    up: mesh.up[agent] === 1,
    paused: mesh.paused[agent] === 1,
    clock: mesh.lamport[agent] as number,
    generated,
    validated: mesh.tokens.validatedOf[agent] as number,
    logLength: mesh.observer.logLength[agent] as number,
    hears: all.filter((other) => mesh.reaches(agent, other) && mesh.reaches(other, agent)),
    quorum: Math.floor(agents / 2) + 1,
    group: [...group],
    region: latency.kind === 'regions' ? regionName(agent, agents) : undefined,
    protocol: mesh.inspect(agent),
    tail: tailOf(mesh, agent),
  };
}

function tailOf(mesh: Mesh, agent: number): readonly LogTailRow[] {
  const rows: LogTailRow[] = [];
  let position = mesh.observer.logLength[agent] as number;
  for (let place = mesh.logs.length(agent) - 1; place >= 0; place--) {
    const batch = mesh.logs.read(agent, place);
    for (let i = (batch?.tokens.length ?? 0) - 1; i >= 0; i--) {
      if (rows.length === tailLength) return rows;
      const token = batch?.tokens[i] as number;
      const author = mesh.tokens.author.values[token] as number;
      rows.push({ position: --position, slot: batch?.slot ?? -1, token, author, clock: mesh.tokens.clock.values[token] as number });
    }
  }
  return rows;
}

/** What one slider may ask of the others: a mesh of M agents needs M oscillators, and names no agent beyond M. */
import type { Intervention, Scenario } from '../../lab/scenario/schema.ts';

export interface Fitted {
  readonly scenario: Scenario;
  /** What had to give way, as sentences. */
  readonly changes: readonly string[];
}

/** The scenario with so many agents; oscillators grow with them, what names agents that are no more is left out. */
export function withAgents(scenario: Scenario, agents: number): Fitted {
  const changes: string[] = [];
  const oscillators = Math.max(scenario.field.oscillators, agents);
  if (oscillators > scenario.field.oscillators)
    changes.push(`Oscillators N follows to ${String(oscillators)}: every agent hosts at least one.`);
  const stragglers = scenario.mesh.stragglers.filter(({ agent }) => agent < agents);
  if (stragglers.length < scenario.mesh.stragglers.length) changes.push('A straggler that is no longer in the mesh was left out.');
  const interventions = scenario.interventions.filter((intervention) => highestAgent(intervention) < agents);
  const left = scenario.interventions.length - interventions.length;
  if (left > 0)
    changes.push(
      `${String(left)} scheduled ${left === 1 ? 'intervention names' : 'interventions name'} agents that are no longer there: left out.`,
    );
  return {
    scenario: { ...scenario, field: { ...scenario.field, oscillators }, mesh: { ...scenario.mesh, agents, stragglers }, interventions },
    changes,
  };
}

/** The scenario with so many oscillators; agents shrink with them. */
export function withOscillators(scenario: Scenario, oscillators: number): Fitted {
  const agents = Math.min(scenario.mesh.agents, oscillators);
  const fitted = withAgents({ ...scenario, field: { ...scenario.field, oscillators } }, agents);
  if (agents === scenario.mesh.agents) return fitted;
  return { ...fitted, changes: [`Agents M follows to ${String(agents)}: every agent hosts at least one oscillator.`, ...fitted.changes] };
}

function highestAgent(intervention: Intervention): number {
  switch (intervention.do) {
    case 'partition':
      return Math.max(-1, ...(intervention.groups ?? []).flat());
    case 'heal':
    case 'set':
      return -1;
    default:
      return intervention.agent;
  }
}

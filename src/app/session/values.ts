/** What the parameters are at a moment of a run: as it started, with every `set` up to that moment. */
import { setParameters, type Assignment } from '../../lab/scenario/set.ts';
import type { Intervention, Scenario } from '../../lab/scenario/schema.ts';

/** The scenario as of `timeS`, without interventions: those are told apart from what the controls show. */
export function valuesAt(scenario: Scenario, interventions: readonly Intervention[], timeS: number): Scenario {
  return withSettings({ ...scenario, interventions: [] }, interventions, -Infinity, timeS);
}

/** The values with what is set after `fromS` and not after `toS`; themselves where nothing is. What a run has taken is sound. */
export function withSettings(values: Scenario, interventions: readonly Intervention[], fromS: number, toS: number): Scenario {
  const last = new Map<string, Assignment>();
  for (const intervention of interventions) {
    if (intervention.do === 'set' && intervention.atS > fromS && intervention.atS <= toS) last.set(intervention.path, intervention);
  }
  const set = last.size === 0 ? undefined : setParameters(values, [...last.values()]);
  return set?.ok === true ? set.value : values;
}

/** Both lists as one, in the order of their times; of equal times the scenario's own come first, as a run takes them. */
export function mergeInterventions(own: readonly Intervention[], recorded: readonly Intervention[]): readonly Intervention[] {
  return [...own, ...recorded].sort((a, b) => a.atS - b.atS);
}

type Cut = Extract<Intervention, { readonly do: 'partition' }>;

/** The cut that is in force at `timeS`; undefined when none is. */
export function cutAt(interventions: readonly Intervention[], timeS: number): Cut | undefined {
  return interventions.reduce<Cut | undefined>((cut, intervention) => {
    if (intervention.atS > timeS) return cut;
    return intervention.do === 'partition' ? intervention : intervention.do === 'heal' ? undefined : cut;
  }, undefined);
}

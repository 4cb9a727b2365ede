/** What the parameters are at a moment of a run: as it started, with every `set` up to that moment. */
import { setParameter } from '../../lab/scenario/set.ts';
import type { Intervention, Scenario } from '../../lab/scenario/schema.ts';

/** The scenario as of `timeS`, without interventions: those are told apart from what the controls show. */
export function valuesAt(scenario: Scenario, interventions: readonly Intervention[], timeS: number): Scenario {
  const start: Scenario = { ...scenario, interventions: [] };
  return interventions.reduce((now, intervention) => (intervention.atS <= timeS ? withSetting(now, intervention) : now), start);
}

/** A setting that a run has taken is sound; anything else leaves the values as they are. */
function withSetting(now: Scenario, intervention: Intervention): Scenario {
  if (intervention.do !== 'set') return now;
  const next = setParameter(now, intervention.path, intervention.value);
  return next.ok ? next.value : now;
}

/** Whether something is set after `fromS` and not after `toS`. */
export function hasSettingBetween(interventions: readonly Intervention[], fromS: number, toS: number): boolean {
  return interventions.some(({ do: kind, atS }) => kind === 'set' && atS > fromS && atS <= toS);
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

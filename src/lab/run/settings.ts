/** Those parameters of a scenario that an intervention `set` may change while a run goes on. */
import type { Scenario } from '../scenario/schema.ts';

export type Settings = Pick<Scenario['field'], 'coupling' | 'noise' | 'exchange' | 'turnForward' | 'normalisation'> &
  Pick<Scenario['mesh'], 'tokenRateHz' | 'phaseRateHz' | 'staleAfterS' | 'loss' | 'duplication' | 'reordering' | 'harmTo'>;

export function settingsOf({ field, mesh }: Scenario): Settings {
  const { coupling, noise, exchange, turnForward, normalisation } = field;
  const { tokenRateHz, phaseRateHz, staleAfterS, loss, duplication, reordering, harmTo } = mesh;
  const ofField = { coupling, noise, exchange, turnForward, normalisation };
  return { ...ofField, tokenRateHz, phaseRateHz, staleAfterS, loss, duplication, reordering, harmTo };
}

/** The settings with the one at a path (`field.coupling`, already checked) changed. */
export function withSetting(settings: Settings, path: string, value: number | string | boolean): Settings {
  return { ...settings, [path.slice(path.lastIndexOf('.') + 1)]: value };
}

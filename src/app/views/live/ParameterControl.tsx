import type { ChoiceParameter, NumberParameter } from '../../../lab/scenario/parameters.ts';
import { setValue } from '../../session/session.ts';
import { resetValue } from '../../session/start-value.ts';
import { valueAt } from '../../session/value-at.ts';
import { useLive, type LivePhase } from '../../store/live.ts';
import { ParameterSlider } from '../../widgets/ParameterSlider.tsx';
import { Select } from '../../widgets/Select.tsx';
import { Landmark } from './Landmark.tsx';
import { ParameterCard } from './ParameterCard.tsx';

/** Where a run was refused, other settings may be the way out. */
const takesSettings: ReadonlySet<LivePhase> = new Set<LivePhase>(['ready', 'starting', 'refused']);

/** A number parameter of the run. */
export function NumberControl({ parameter }: { readonly parameter: NumberParameter }) {
  const value = useLive((state) => valueAt(state.now, parameter.path));
  const ready = useLive((state) => takesSettings.has(state.phase));
  return (
    <div>
      <ParameterSlider
        parameter={parameter}
        help={parameter.live ? parameter.help : `${parameter.help} A change starts a new run.`}
        about={<ParameterCard parameter={parameter} />}
        value={typeof value === 'number' ? value : parameter.default}
        disabled={!ready}
        whenSettled={!parameter.live}
        onChange={(next) => {
          setValue(parameter.path, next);
        }}
        onReset={() => {
          resetValue(parameter.path);
        }}
      />
      <Landmark parameter={parameter} />
    </div>
  );
}

export function ChoiceControl<T extends string>({ parameter }: { readonly parameter: ChoiceParameter<T> }) {
  const value = useLive((state) => valueAt(state.now, parameter.path));
  const ready = useLive((state) => takesSettings.has(state.phase));
  return (
    <Select
      name={parameter.label}
      help={parameter.live ? parameter.help : `${parameter.help} A change starts a new run.`}
      about={<ParameterCard parameter={parameter} />}
      value={parameter.options.find((option) => option.value === value)?.value}
      options={parameter.options}
      disabled={!ready}
      onChange={(next) => {
        setValue(parameter.path, next);
      }}
    />
  );
}

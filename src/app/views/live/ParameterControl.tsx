import { parameterName, type ChoiceParameter, type NumberParameter } from '../../../lab/scenario/parameters.ts';
import { setValue } from '../../session/session.ts';
import { resetValue } from '../../session/start-value.ts';
import { valueAt } from '../../session/value-at.ts';
import { useLive, type LivePhase } from '../../store/live.ts';
import { NumberEntry } from '../../widgets/NumberEntry.tsx';
import { numberText, wholeText } from '../../widgets/number-text.ts';
import { Select } from '../../widgets/Select.tsx';
import { Slider } from '../../widgets/Slider.tsx';
import { decimalsOf, parameterScale } from '../../widgets/slider-scale.ts';
import { Landmark } from './Landmark.tsx';
import { ParameterCard } from './ParameterCard.tsx';
import styles from './ParameterControl.module.css';

/** Where a run was refused, other settings may be the way out. */
const takesSettings: ReadonlySet<LivePhase> = new Set<LivePhase>(['ready', 'starting', 'refused']);

/** A slider for a number parameter, with a field to type it: everything it says comes from the parameter's declaration. */
export function NumberControl({ parameter }: { readonly parameter: NumberParameter }) {
  const found = useLive((state) => valueAt(state.now, parameter.path));
  const ready = useLive((state) => takesSettings.has(state.phase));
  const value = typeof found === 'number' ? found : parameter.default;
  const text = (n: number): string => (parameter.integer ? wholeText(n) : numberText(n, decimalsOf(parameter.step), parameter.unit));
  const change = (next: number): void => {
    setValue(parameter.path, next);
  };
  return (
    <div>
      <Slider
        name={parameterName(parameter)}
        label={<ParameterLabel parameter={parameter} />}
        help={parameter.live ? parameter.help : `${parameter.help} A change starts a new run.`}
        about={<ParameterCard parameter={parameter} />}
        value={value}
        text={text}
        scale={parameterScale(parameter)}
        disabled={!ready}
        whenSettled={!parameter.live}
        entry={(shown) => <NumberEntry parameter={parameter} value={shown} disabled={!ready} onChange={change} />}
        onChange={change}
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

/** “Coupling K”, the symbol set as in a formula. */
function ParameterLabel({ parameter }: { readonly parameter: NumberParameter }) {
  return (
    <>
      {parameter.label}
      {parameter.symbol !== undefined && <i className={styles.symbol}> {parameter.symbol}</i>}
    </>
  );
}

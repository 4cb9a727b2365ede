import { parameterName, type ChoiceParameter, type NumberParameter } from '../../../lab/scenario/parameters.ts';
import { setValue } from '../../session/session.ts';
import { valueAt } from '../../session/value-at.ts';
import { useLive, type LivePhase } from '../../store/live.ts';
import { numberText, wholeText } from '../../widgets/number-text.ts';
import { Select } from '../../widgets/Select.tsx';
import { Slider } from '../../widgets/Slider.tsx';
import { decimalsOf, parameterScale } from '../../widgets/slider-scale.ts';
import styles from './ParameterControl.module.css';

/** Where a run was refused, other settings may be the way out. */
const takesSettings: ReadonlySet<LivePhase> = new Set<LivePhase>(['ready', 'starting', 'refused']);

/** A slider for a number parameter: everything it says comes from the parameter's declaration. */
export function NumberControl({ parameter }: { readonly parameter: NumberParameter }) {
  const value = useLive((state) => valueAt(state.now, parameter.path));
  const ready = useLive((state) => takesSettings.has(state.phase));
  const text = (n: number): string => (parameter.integer ? wholeText(n) : numberText(n, decimalsOf(parameter.step), parameter.unit));
  return (
    <Slider
      name={parameterName(parameter)}
      label={<ParameterLabel parameter={parameter} />}
      help={parameter.live ? parameter.help : `${parameter.help} A change starts a new run.`}
      formula={parameter.formula}
      value={typeof value === 'number' ? value : parameter.default}
      text={text}
      scale={parameterScale(parameter)}
      disabled={!ready}
      whenSettled={!parameter.live}
      onChange={(next) => {
        setValue(parameter.path, next);
      }}
    />
  );
}

export function ChoiceControl<T extends string>({ parameter }: { readonly parameter: ChoiceParameter<T> }) {
  const value = useLive((state) => valueAt(state.now, parameter.path));
  const ready = useLive((state) => takesSettings.has(state.phase));
  return (
    <Select
      name={parameter.label}
      help={parameter.live ? parameter.help : `${parameter.help} A change starts a new run.`}
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

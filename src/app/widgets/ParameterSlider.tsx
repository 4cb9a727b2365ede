/** A slider for a number parameter, with a field to type it: everything it says comes from the parameter's declaration. */
import type { ReactNode } from 'react';
import { wholeText } from '../../base/whole-text.ts';
import { parameterName, type NumberParameter } from '../../lab/scenario/parameters.ts';
import { NumberEntry } from './NumberEntry.tsx';
import { numberText } from './number-text.ts';
import { Slider } from './Slider.tsx';
import { decimalsOf, parameterScale } from './slider-scale.ts';
import styles from './ParameterSlider.module.css';

export interface ParameterSliderProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** In place of the parameter's own sentence. */
  readonly help: string;
  readonly disabled?: boolean;
  readonly whenSettled?: boolean;
  readonly about?: ReactNode;
  readonly onReset?: () => void;
}

export function ParameterSlider({ parameter, ...rest }: ParameterSliderProps) {
  const text = (n: number): string => (parameter.integer ? wholeText(n) : numberText(n, decimalsOf(parameter.step), parameter.unit));
  const { disabled = false, about, onChange } = rest;
  return (
    <Slider
      {...rest}
      name={parameterName(parameter)}
      label={<ParameterLabel parameter={parameter} />}
      // A card about it has its formula.
      formula={about === undefined ? parameter.formula : undefined}
      text={text}
      scale={parameterScale(parameter)}
      entry={(shown) => <NumberEntry parameter={parameter} value={shown} disabled={disabled} onChange={onChange} />}
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

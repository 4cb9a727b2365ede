import { useId, useState } from 'react';
import { allowedFor } from '../../lab/scenario/allowed.ts';
import { parameterName, type NumberParameter } from '../../lab/scenario/parameters.ts';
import { notify } from '../store/notices.ts';
import { Help } from './Help.tsx';
import { MathText } from './MathText.tsx';
import styles from './NumberField.module.css';

export interface NumberFieldProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  /** What a change does besides, as a sentence. */
  readonly effect?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/**
 * A number that is typed. It is taken when it is finished (Enter, leaving the field, an arrow), for every change may start
 * something new; what is no number in the range goes back to what it was, and says what is allowed.
 */
export function NumberField({ parameter, value, effect, disabled = false, onChange }: NumberFieldProps) {
  const helpId = useId();
  const [typed, setTyped] = useState<string>();
  const { label, symbol, unit, help, min, max, step, integer } = parameter;
  const name = parameterName(parameter);
  const take = (text: string): void => {
    setTyped(undefined);
    const next = Number(text);
    const allowed = text.trim() !== '' && Number.isFinite(next) && (!integer || Number.isInteger(next)) && next >= min && next <= max;
    if (!allowed) notify('danger', `${name} stays ${String(value)}`, [`“${text}” was typed; allowed is ${allowedFor(parameter)}.`]);
    else if (next !== value) onChange(next);
  };
  return (
    <div className={styles.row}>
      <Help help={effect === undefined ? help : `${help} ${effect}`} id={helpId}>
        <span className={styles.label}>
          {label}
          {symbol !== undefined && (
            <i>
              {' '}
              <MathText>{symbol}</MathText>
            </i>
          )}
          {unit !== undefined && <span className={styles.unit}> {unit}</span>}
        </span>
      </Help>
      <input
        className={styles.field}
        type="number"
        inputMode={integer ? 'numeric' : 'decimal'}
        aria-label={name}
        aria-describedby={helpId}
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        value={typed ?? String(value)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value);
        }}
        onBlur={(event) => {
          if (typed !== undefined) take(event.currentTarget.value);
        }}
      />
    </div>
  );
}

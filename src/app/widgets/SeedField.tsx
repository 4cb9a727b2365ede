import { useId, useState } from 'react';
import type { NumberParameter } from '../../lab/scenario/parameters.ts';
import { Help } from './Help.tsx';
import styles from './SeedField.module.css';

export interface SeedFieldProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/**
 * A whole number that is typed. It is taken when it is finished (Enter, leaving the field, an arrow), for every change
 * starts a new run; what is no number in the range goes back to what it was.
 */
export function SeedField({ parameter, value, onChange }: SeedFieldProps) {
  const helpId = useId();
  const [typed, setTyped] = useState<string>();
  const take = (text: string): void => {
    setTyped(undefined);
    const next = Number(text);
    const allowed = text.trim() !== '' && Number.isInteger(next) && next >= parameter.min && next <= parameter.max;
    if (allowed && next !== value) onChange(next);
  };
  return (
    <div className={styles.row}>
      <Help help={`${parameter.help} A change starts a new run.`} id={helpId}>
        <span className={styles.label}>{parameter.label}</span>
      </Help>
      <input
        className={styles.field}
        type="number"
        inputMode="numeric"
        aria-label={parameter.label}
        aria-describedby={helpId}
        min={parameter.min}
        max={parameter.max}
        step={1}
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

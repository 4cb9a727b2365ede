import { useId, type ReactNode } from 'react';
import { parameterName, type NumberParameter } from '../../lab/scenario/parameters.ts';
import { Help } from './Help.tsx';
import { MathText } from './MathText.tsx';
import { useTyped } from './use-typed.ts';
import styles from './NumberField.module.css';

export interface NumberFieldProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  /** What a change does besides, as a sentence. */
  readonly effect?: string;
  readonly disabled?: boolean;
  /** More of the parameter, shown when its name is pressed. */
  readonly about?: ReactNode;
  readonly onChange: (value: number) => void;
}

/** A number that is typed, with its name before it. */
export function NumberField({ parameter, value, effect, disabled = false, about, onChange }: NumberFieldProps) {
  const helpId = useId();
  const typed = useTyped(parameter, value, onChange);
  const { label, symbol, unit, help } = parameter;
  const name = parameterName(parameter);
  return (
    <div className={styles.row}>
      <Help name={name} help={effect === undefined ? help : `${help} ${effect}`} about={about} id={helpId}>
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
      <input {...typed} className={styles.field} aria-label={name} aria-describedby={helpId} disabled={disabled} />
    </div>
  );
}

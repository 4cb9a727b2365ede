import { parameterName, type NumberParameter } from '../../lab/scenario/parameters.ts';
import { useTyped } from './use-typed.ts';
import styles from './NumberEntry.module.css';

export interface NumberEntryProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

/** The value beside a slider: looks like text until somebody means to type; takes the whole range, not only the slider's. */
export function NumberEntry({ parameter, value, disabled, onChange }: NumberEntryProps) {
  const typed = useTyped(parameter, value, onChange);
  return (
    <span className={styles.entry}>
      <input
        {...typed}
        className={styles.field}
        style={{ inlineSize: `calc(${String(Math.max(3, typed.value.length))}ch + 0.75rem)` }}
        aria-label={`${parameterName(parameter)}, typed`}
        disabled={disabled}
      />
      {parameter.unit}
    </span>
  );
}

import { Select as Base } from '@base-ui/react/select';
import { useId, type ReactNode } from 'react';
import { Help } from './Help.tsx';
import styles from './Select.module.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** One sentence, shown below the label in the list. */
  readonly help?: string;
}

export interface SelectProps<T extends string> {
  /** Accessible name, and what is written beside it. */
  readonly name: string;
  readonly help: string;
  /** Undefined: none of them. */
  readonly value: T | undefined;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  /** Stands there while nothing is chosen. */
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** `bare`: without the name beside it, where the place says what it is. `inline`: no wider than its words. */
  readonly look?: 'row' | 'bare' | 'inline';
  /** More of what it sets, shown when its name is pressed. */
  readonly about?: ReactNode;
}

export function Select<T extends string>({
  name,
  help,
  value,
  options,
  onChange,
  placeholder,
  disabled = false,
  look = 'row',
  about,
}: SelectProps<T>) {
  const helpId = useId();
  return (
    <Base.Root
      items={options}
      value={value ?? null}
      disabled={disabled}
      modal={false}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <div className={styles[look]}>
        <Help name={name} help={help} about={about} id={helpId}>
          <span className={look === 'bare' ? 'unseen' : styles.label} data-label>
            {name}
          </span>
        </Help>
        <Base.Trigger className={styles.trigger} aria-label={name} aria-describedby={helpId}>
          <Base.Value className={styles.value} placeholder={placeholder} />
          <Base.Icon className={styles.icon}>
            <svg viewBox="0 0 10 10" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
              <path d="m2 3.8 3 3 3-3" />
            </svg>
          </Base.Icon>
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8} alignItemWithTrigger={false} align="end">
          <Base.Popup className={styles.popup}>
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className={styles.item}>
                  <Base.ItemIndicator className={styles.check}>✓</Base.ItemIndicator>
                  <Base.ItemText className={styles.itemText}>{option.label}</Base.ItemText>
                  {option.help !== undefined && (
                    <span className={styles.itemHelp} aria-hidden="true">
                      {option.help}
                    </span>
                  )}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A place on a slider's track that has a name. */
import { useId, type ReactNode } from 'react';
import { Help } from './Help.tsx';
import styles from './SliderMark.module.css';

export interface SliderMarkProps {
  /** On the track, from 0 to 1; beyond its end for more. */
  readonly place: number;
  readonly label: ReactNode;
  /** The label as plain text. */
  readonly name: string;
  readonly help: string;
  readonly formula?: string | undefined;
}

/** Where the label would leave the track it is set against that end. */
const nearEnd = 0.07;

export function SliderMark({ place, label, name, help, formula }: SliderMarkProps) {
  const id = useId();
  const within = Math.min(1, place);
  const side = within < nearEnd ? 'start' : within > 1 - nearEnd ? 'end' : 'middle';
  return (
    <div className={styles.scale}>
      <div className={styles.place} data-side={side} style={{ insetInlineStart: `${(100 * within).toFixed(3)}%` }}>
        {place <= 1 && <span className={styles.tick} />}
        <Help name={name} help={help} formula={formula} id={id}>
          <span className={styles.label} role="note" aria-label={name} aria-describedby={id}>
            {label}
            {place > 1 && ' →'}
          </span>
        </Help>
      </div>
    </div>
  );
}

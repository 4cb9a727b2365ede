import { Slider as Base } from '@base-ui/react/slider';
import { useId, useState, type ReactNode } from 'react';
import type { SliderScale } from './slider-scale.ts';
import { Help } from './Help.tsx';
import styles from './Slider.module.css';

export interface SliderProps {
  /** Accessible name. */
  readonly name: string;
  readonly label: ReactNode;
  readonly help: string;
  readonly formula?: string | undefined;
  readonly value: number;
  readonly text: (value: number) => string;
  readonly scale: SliderScale;
  /** Called while it is dragged, and at its end; with `whenSettled` only at its end. */
  readonly onChange: (value: number) => void;
  readonly whenSettled?: boolean;
  readonly disabled?: boolean;
  /** More of what it sets, shown when its name is pressed. */
  readonly about?: ReactNode;
  /** Stands where the value is told, for instance a field to type it; gets what the slider shows. */
  readonly entry?: (shown: number) => ReactNode;
  /** Takes the value back to where it began: on a double click, and by Delete. */
  readonly onReset?: () => void;
}

export function Slider(props: SliderProps) {
  const { name, label, help, formula, value, text, scale, onChange, whenSettled = false, disabled = false, about, entry, onReset } = props;
  const helpId = useId();
  // While a settled-only slider is dragged it shows where it is dragged to; the run still has the value before.
  const [dragged, setDragged] = useState<number>();
  const position = dragged ?? scale.position(value);
  const shown = dragged === undefined ? value : scale.value(dragged);
  return (
    <Base.Root
      className={styles.root}
      value={position}
      min={scale.min}
      max={scale.max}
      step={scale.step}
      largeStep={Math.max(scale.step, (scale.max - scale.min) / 10)}
      disabled={disabled}
      onValueChange={(next) => {
        if (whenSettled) setDragged(next);
        else onChange(scale.value(next));
      }}
      onValueCommitted={(next) => {
        setDragged(undefined);
        if (whenSettled) onChange(scale.value(next));
      }}
    >
      <Help name={name} help={help} formula={formula} about={about} id={helpId}>
        {about === undefined ? <Base.Label className={styles.label}>{label}</Base.Label> : <span className={styles.label}>{label}</span>}
      </Help>
      {entry === undefined ? <span className={styles.value}>{text(shown)}</span> : entry(shown)}
      <Base.Control className={styles.control} onDoubleClick={disabled ? undefined : onReset}>
        <Base.Track className={styles.track}>
          <Base.Indicator className={styles.indicator} />
          <Base.Thumb
            className={styles.thumb}
            aria-label={name}
            aria-describedby={helpId}
            getAriaValueText={() => text(shown)}
            onKeyDown={(event) => {
              if (event.key === 'Delete') onReset?.();
            }}
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}

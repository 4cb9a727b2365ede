import { useEffect, useId, useRef, useState } from 'react';
import type { Action, Scenario } from '../../../lab/scenario/schema.ts';
import { Button } from '../../widgets/Button.tsx';
import { pauseIcon, playIcon } from '../../widgets/icons.tsx';
import { mountFigure, type Drawing, type MountedFigure } from './figure-run.ts';
import styles from './LiveFigure.module.css';

export interface LiveFigureProps {
  readonly scenario: Scenario;
  readonly drawing: Drawing;
  /** What one sees, as a name: the picture's own words follow it. */
  readonly name: string;
  /** Simulated seconds per real second. */
  readonly speed?: number;
  /** After so much simulated time it begins again. */
  readonly lastsS?: number;
  /** Where a still picture stands, for whoever wants no motion. */
  readonly stillS?: number;
  readonly actions?: readonly { readonly label: string; readonly action: Action }[];
}

/** A run of its own, small and live while it is looked at: the same program and the same frames as in Live. */
export function LiveFigure({ scenario, drawing, name, speed = 1, lastsS = Infinity, stillS = 8, actions = [] }: LiveFigureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const mounted = useRef<MountedFigure>(undefined);
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  const [told, setTold] = useState('');
  const id = useId();
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const figure = mountFigure(canvas.current, { scenario, drawing, speed, lastsS, stillS, onTold: setTold });
    mounted.current = figure;
    return figure.stop;
  }, [scenario, drawing, speed, lastsS, stillS]);
  useEffect(() => {
    mounted.current?.setPlaying(playing);
  }, [playing]);
  return (
    <figure className={styles.figure}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={name} aria-describedby={id} />
      <figcaption>
        <span id={id} className={styles.told}>
          {told}
        </span>
        <span className={styles.buttons}>
          {actions.map(({ label, action }) => (
            <Button
              key={label}
              name={label}
              help="In this figure only."
              onPress={() => {
                mounted.current?.act(action);
              }}
            />
          ))}
          <Button
            name={playing ? `Pause ${name}` : `Play ${name}`}
            help="Lets this figure go on, or stops it."
            icon={playing ? pauseIcon : playIcon}
            look="quiet"
            onPress={() => {
              setPlaying(!playing);
            }}
          >
            {null}
          </Button>
        </span>
      </figcaption>
    </figure>
  );
}

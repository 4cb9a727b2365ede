/** A drawing with its name, what its marks mean, and in words what it shows. */
import { useId, type KeyboardEventHandler, type PointerEventHandler, type ReactNode } from 'react';
import { useSheet, type Follow, type Sheet } from './use-sheet.ts';
import styles from './Bench.module.css';

export type { Sheet } from './use-sheet.ts';

/** What turns a drawing by hand. */
export interface Turning {
  /** What keys and pointer do. */
  readonly name: string;
  readonly onKeyDown: KeyboardEventHandler;
  readonly onPointerMove: PointerEventHandler;
  readonly onDoubleClick: () => void;
}

export interface ChartProps {
  /** Accessible name, and what stands above it. */
  readonly name: string;
  /** What the marks mean. */
  readonly legend: ReactNode;
  /** In a sentence what is to be seen. */
  readonly summary: string;
  readonly draw: (sheet: Sheet) => void;
  readonly follow?: Follow;
  readonly turning?: Turning;
}

export function Chart({ name, legend, summary, draw, follow, turning }: ChartProps) {
  const id = useId();
  const sheet = useSheet(draw, follow);
  const canvas = <canvas ref={sheet} className={styles['canvas']} role="img" aria-label={name} aria-describedby={id} />;
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['legend']}>{legend}</span>
      </figcaption>
      {turning === undefined ? canvas : <Turnable turning={turning}>{canvas}</Turnable>}
      <p id={id} className="unseen">
        {summary}
      </p>
    </figure>
  );
}

function Turnable({ turning: { name, ...handlers }, children }: { readonly turning: Turning; readonly children: ReactNode }) {
  return (
    <div
      className={styles['turnable']}
      role="group"
      aria-label={name}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      {...handlers}
    >
      {children}
    </div>
  );
}

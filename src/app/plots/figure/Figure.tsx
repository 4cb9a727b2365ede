/** A figure of an experiment: drawn as SVG (it changes a few times a second at most), read by pointer and by keys, saved as SVG or PNG. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Figure } from '../../../lab/experiments/types.ts';
import { Button } from '../../widgets/Button.tsx';
import { MathText } from '../../widgets/MathText.tsx';
import { cursorAt, moved, type Cursor } from './cursor.ts';
import { Drawing } from './Drawing.tsx';
import { FigureTable } from './FigureTable.tsx';
import { Key } from './Key.tsx';
import { Readings } from './Readings.tsx';
import { frameOf, heightOf } from './scales.ts';
import { savePng, saveSvg } from './save.ts';
import styles from './Figure.module.css';

interface FigureViewProps {
  readonly figure: Figure;
  /** What a saved picture is called, without its extension. */
  readonly fileName: string;
  /** Saves its numbers. */
  readonly onSaveCsv: () => void;
}

export function FigureView({ figure, fileName, onSaveCsv }: FigureViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const told = useId();
  const [width, setWidth] = useState(0);
  const [cursor, setCursor] = useState<Cursor>();
  const [hidden, setHidden] = useState<readonly string[]>([]);

  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(box.current);
    return () => {
      observer.disconnect();
    };
  }, []);

  const height = heightOf(figure, width);
  // Axes stay where they are while series are hidden.
  const frame = frameOf(figure, width, height);
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setCursor(cursorAt(figure, frame, event.clientX - left, event.clientY - top));
  };
  const save = (how: (svg: SVGSVGElement, name: string) => void): void => {
    if (drawing.current !== null) how(drawing.current, fileName);
  };

  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <h4>
          <MathText>{figure.title}</MathText>
        </h4>
        <span className={styles.tools}>
          <Button
            name={`${figure.title}: save as SVG`}
            help="Saves the figure as a drawing."
            look="quiet"
            onPress={() => {
              save(saveSvg);
            }}
          >
            SVG
          </Button>
          <Button
            name={`${figure.title}: save as PNG`}
            help="Saves the figure as a picture."
            look="quiet"
            onPress={() => {
              save(savePng);
            }}
          >
            PNG
          </Button>
          <Button name={`${figure.title}: save as CSV`} help="Saves its numbers." look="quiet" onPress={onSaveCsv}>
            CSV
          </Button>
        </span>
      </figcaption>
      <Key
        figure={figure}
        hidden={hidden}
        onToggle={(name) => {
          setHidden(hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name]);
        }}
      />
      <div ref={box} className={styles.canvas} style={{ height }}>
        {width > 0 && (
          <svg
            ref={drawing}
            role="img"
            aria-label={figure.title}
            aria-describedby={told}
            tabIndex={0}
            width={width}
            height={height}
            onPointerMove={point}
            onPointerDown={point}
            onPointerLeave={() => {
              setCursor(undefined);
            }}
            onKeyDown={(event) => {
              const step = stepOf(event);
              if (step === undefined) return;
              event.preventDefault();
              setCursor(moved(figure, cursor, ...step));
            }}
          >
            <Drawing figure={figure} frame={frame} hidden={hidden} cursor={cursor} />
          </svg>
        )}
        <p className="unseen" id={told}>
          {figure.summary}
        </p>
      </div>
      <Readings figure={figure} cursor={cursor} />
      <FigureTable figure={figure} />
    </figure>
  );
}

function stepOf({ key }: KeyboardEvent): readonly [number, number] | undefined {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowDown: [0, -1],
    ArrowUp: [0, 1],
  };
  return steps[key];
}

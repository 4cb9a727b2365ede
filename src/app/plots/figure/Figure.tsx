/** A figure of an experiment: drawn as SVG (it changes a few times a second at most), read by pointer and by keys, saved as SVG or PNG. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Figure } from '../../../lab/experiments/types.ts';
import { Button } from '../../widgets/Button.tsx';
import { Axes } from './Axes.tsx';
import { cursorAt, moved, readingsAt, type Cursor } from './cursor.ts';
import { HeatCells } from './HeatCells.tsx';
import { Key } from './Key.tsx';
import { shortNumber } from './number-format.ts';
import { frameOf, margin, type Frame } from './scales.ts';
import { savePng, saveSvg } from './save.ts';
import { seriesColours } from './series-colour.ts';
import { SeriesMarks } from './SeriesMarks.tsx';
import styles from './Figure.module.css';

interface FigureViewProps {
  readonly figure: Figure;
  /** What a saved picture is called, without its extension. */
  readonly fileName: string;
}

export function FigureView({ figure, fileName }: FigureViewProps) {
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

  const height = Math.round(Math.min(430, Math.max(256, 0.52 * width)));
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
        <h4>{figure.title}</h4>
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
            <Content figure={figure} frame={frame} hidden={hidden} cursor={cursor} />
          </svg>
        )}
        <p className={styles.told} id={told}>
          {figure.summary}
        </p>
      </div>
      <Readings figure={figure} cursor={cursor} />
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

interface ContentProps {
  readonly figure: Figure;
  readonly frame: Frame;
  readonly hidden: readonly string[];
  readonly cursor: Cursor | undefined;
}

function Content({ figure, frame, hidden, cursor }: ContentProps) {
  const { x, y } = frame;
  const [top, bottom] = [margin.top, frame.height - margin.bottom];
  const colours = seriesColours(figure.series);
  // Side by side within a category, 14 pixels from one to the next, or closer where there are many.
  const pitch = figure.kind === 'intervals' ? Math.min(14, (x(1) - x(0)) / (figure.series.length + 1)) : 0;
  return (
    <>
      {figure.kind === 'lines' &&
        figure.spans.map(({ label, from, to }) => (
          <g key={label + String(from)}>
            <rect className={styles.span} x={x(from)} y={top} width={Math.max(0, x(to) - x(from))} height={bottom - top} />
            <text className={styles.markText} x={x(from) + 4} y={top + 12}>
              {label}
            </text>
          </g>
        ))}
      {figure.kind === 'heat' && <HeatCells figure={figure} frame={frame} />}
      <Axes figure={figure} frame={frame} />
      {figure.series.map((series, index) =>
        hidden.includes(series.name) ? null : (
          <SeriesMarks
            key={series.name}
            series={series}
            frame={frame}
            colour={figure.kind === 'heat' ? 'var(--ink)' : (colours[index] ?? '')}
            shift={series.origin === 'claimed' ? 0 : pitch * (index - (figure.series.length - 1) / 2)}
          />
        ),
      )}
      {figure.kind === 'lines' &&
        figure.marks.map(({ label, x: place }) => (
          <g key={label}>
            <line className={styles.mark} x1={x(place)} x2={x(place)} y1={top} y2={bottom} />
            <text className={styles.markText} x={x(place) + 4} y={top + 10}>
              {label}
            </text>
          </g>
        ))}
      {cursor !== undefined && figure.kind === 'heat' && (
        <circle className={styles.cell} cx={x(cursor.x)} cy={y(cursor.y ?? 0)} r={5} data-cursor />
      )}
      {cursor !== undefined && figure.kind !== 'heat' && (
        <line className={styles.cursor} x1={x(cursor.x)} x2={x(cursor.x)} y1={top} y2={bottom} data-cursor />
      )}
    </>
  );
}

function Readings({ figure, cursor }: { readonly figure: Figure; readonly cursor: Cursor | undefined }) {
  return (
    <p className={styles.read} aria-live="polite">
      {cursor !== undefined && (
        <>
          <span>
            {figure.kind === 'intervals' ? figure.categories[cursor.x] : `${figure.x.symbol ?? figure.x.label} ${shortNumber(cursor.x)}`}
            {cursor.y !== undefined && `, ${figure.y.symbol ?? figure.y.label} ${shortNumber(cursor.y)}`}
          </span>
          {readingsAt(figure, cursor).map(({ name, value, low, high }) => (
            <span key={name}>
              {name} <b>{shortNumber(value)}</b>
              {Number.isFinite(low) && ` (${shortNumber(low)} … ${shortNumber(high)})`}
            </span>
          ))}
        </>
      )}
    </p>
  );
}

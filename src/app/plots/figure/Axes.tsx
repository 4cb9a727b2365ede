import type { Axis, Figure, IntervalFigure } from '../../../lab/experiments/types.ts';
import { MathSpans } from './MathSpans.tsx';
import { axisTitle, tickFormat } from './number-format.ts';
import type { Frame, Scale } from './scales.ts';
import styles from './Figure.module.css';

const pixelsPerTick = { x: 80, y: 48 } as const;
/** Of the labels, roughly. */
const letterPx = 6.2;

/** Ticks, a quiet grid, titles. */
export function Axes({ figure, frame }: { readonly figure: Figure; readonly frame: Frame }) {
  const { left, right, top, bottom } = frame;
  const flat = figure.kind === 'intervals';
  const across = flat ? figure.y : figure.x;
  return (
    <g className={styles.axes} aria-hidden="true">
      {flat ? <Categories names={figure.categories} frame={frame} /> : <Rows figure={figure} frame={frame} />}
      {ticksOf(across, frame.x, Math.max(2, (right - left) / pixelsPerTick.x), flat ? [] : placesOf(figure)).map(({ value, text }) => (
        <g key={value}>
          <line x1={frame.x(value)} x2={frame.x(value)} y1={flat ? top : bottom} y2={bottom + 5} data-tick={flat ? undefined : true} />
          <text x={frame.x(value)} y={bottom + 18} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} data-tick />
      <text className={styles.axisTitle} x={right} y={bottom + 38} textAnchor="end">
        <MathSpans>{axisTitle(across)}</MathSpans>
      </text>
    </g>
  );
}

function Rows({ figure, frame }: { readonly figure: Figure; readonly frame: Frame }) {
  const { left, right, top, bottom, y } = frame;
  const isHeat = figure.kind === 'heat';
  return (
    <>
      {ticksOf(figure.y, y, Math.max(2, (bottom - top) / pixelsPerTick.y), isHeat ? figure.ys : []).map(({ value, text }) => (
        <g key={value}>
          <line
            x1={isHeat ? left - 5 : left}
            x2={isHeat ? left : right}
            y1={y(value)}
            y2={y(value)}
            data-tick={isHeat ? true : undefined}
          />
          <text x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <text className={styles.axisTitle} transform={`translate(14 ${String(top)}) rotate(-90)`} textAnchor="end">
        <MathSpans>{axisTitle(figure.y)}</MathSpans>
      </text>
    </>
  );
}

function Categories({ names, frame }: { readonly names: readonly string[]; readonly frame: Frame }) {
  const { left, right, y } = frame;
  return names.map((name, index) => {
    const lines = wrapped(name, Math.floor((left - 12) / letterPx));
    return (
      <g key={name}>
        {index > 0 && <line x1={0} x2={right} y1={y(index - 0.5)} y2={y(index - 0.5)} />}
        {lines.map((line, row) => (
          <text key={row} x={left - 12} y={y(index) + 13 * (row - (lines.length - 1) / 2)} dy="0.32em" textAnchor="end">
            {line}
          </text>
        ))}
      </g>
    );
  });
}

/** Between words, into lines of so many letters. */
function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Tick {
  readonly value: number;
  readonly text: string;
}

/** More of its own places an axis does not name. */
const mostPlaces = 8;
const mostWholeNumbers = 12;

/** At the places that were measured where these are few and stand well apart; otherwise at round numbers. */
function ticksOf({ scale }: Axis, position: Scale, count: number, places: readonly number[]): readonly Tick[] {
  const text = tickFormat(position, count, scale);
  const [low = 0, high = 0] = position.domain();
  const isFew = places.length > 1 && places.length <= mostPlaces;
  const areWhole = places.every((place) => Number.isInteger(place)) && high - low <= mostWholeNumbers;
  if (isFew && (scale === 'log' || areWhole)) return places.map((value) => ({ value, text: String(value) }));
  return position.ticks(count).flatMap((value) => (text(value) === '' ? [] : [{ value, text: text(value) }]));
}

function placesOf(figure: Exclude<Figure, IntervalFigure>): readonly number[] {
  if (figure.kind === 'heat') return figure.xs;
  const measured = figure.series.filter(({ origin }) => origin === 'measured').flatMap(({ x }) => x);
  return [...new Set(measured)].sort((a, b) => a - b);
}

import type { Series } from '../../../lab/experiments/types.ts';
import type { Frame } from './scales.ts';
import styles from './Figure.module.css';

interface SeriesMarksProps {
  readonly series: Series;
  readonly frame: Frame;
  readonly colour: string;
  /** Pixels to the right: series of one category stand side by side. */
  readonly shift?: number;
}

/** One series: its band or error bars, then its line or points. */
export function SeriesMarks({ series, frame, colour, shift = 0 }: SeriesMarksProps) {
  const { x, y } = frame;
  const at = (index: number): number => x(series.x[index] ?? NaN) + shift;
  const { low, high, draw, origin } = series;
  return (
    <g style={{ color: colour }} data-origin={origin}>
      {draw === 'line' && low !== undefined && high !== undefined && <path className={styles.spread} d={bandPath(low, high, at, y)} />}
      {draw === 'line' && <path className={styles.line} d={linePath(series.y, at, y)} />}
      {draw === 'points' &&
        series.y.map((value, index) => {
          if (!Number.isFinite(value)) return null;
          const [from, to] = [low?.[index] ?? NaN, high?.[index] ?? NaN];
          return (
            <g key={index}>
              {Number.isFinite(from) && Number.isFinite(to) && (
                <path
                  className={styles.error}
                  d={`M${px(at(index))} ${px(y(from))}V${px(y(to))}m-3 0h6M${px(at(index) - 3)} ${px(y(from))}h6`}
                />
              )}
              {origin === 'claimed' ? (
                <path className={styles.claimed} d={`M${px(at(index) - 8)} ${px(y(value))}h16`} />
              ) : (
                <circle className={styles.point} cx={px(at(index))} cy={px(y(value))} r={3} />
              )}
            </g>
          );
        })}
    </g>
  );
}

/** A tenth of a pixel is enough, and half as long. */
const px = (value: number): string => value.toFixed(1);

/** Broken where a value is absent. */
function linePath(values: readonly number[], at: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  let drawing = false;
  for (const [index, value] of values.entries()) {
    const finite = Number.isFinite(value) && Number.isFinite(y(value));
    if (finite) path += `${drawing ? 'L' : 'M'}${px(at(index))} ${px(y(value))}`;
    drawing = finite;
  }
  return path;
}

function bandPath(low: readonly number[], high: readonly number[], at: (index: number) => number, y: (value: number) => number): string {
  const known = high.flatMap((value, index) => (Number.isFinite(value) && Number.isFinite(low[index]) ? [index] : []));
  const there = known.map((index) => `${px(at(index))} ${px(y(high[index] ?? NaN))}`);
  const back = known.toReversed().map((index) => `${px(at(index))} ${px(y(low[index] ?? NaN))}`);
  return known.length < 2 ? '' : `M${[...there, ...back].join('L')}Z`;
}

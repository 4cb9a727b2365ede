import type { Series } from '../../../lab/experiments/types.ts';
import type { Frame } from './scales.ts';
import styles from './Figure.module.css';

interface SeriesMarksProps {
  readonly series: Series;
  readonly frame: Frame;
  readonly colour: string;
}

/** One series: its band or error bars, then its line or points. */
export function SeriesMarks({ series, frame, colour }: SeriesMarksProps) {
  const { low, high, draw, origin } = series;
  const at = (index: number): number => frame.x(series.x[index] ?? NaN);
  // Intervals that reach beyond the axis go to its end; so do those that reach to 0 on a logarithmic one.
  const y = (value: number): number => {
    const place = frame.y(value);
    return Number.isFinite(place) ? Math.min(frame.bottom, Math.max(frame.top, place)) : frame.bottom;
  };
  return (
    <g style={{ color: colour }} data-origin={origin}>
      {draw === 'line' && low !== undefined && high !== undefined && <path className={styles.spread} d={bandPath(low, high, at, y)} />}
      {draw === 'line' && <path className={styles.line} d={linePath(series.y, at, frame.y)} />}
      {draw === 'points' &&
        series.y.map((value, index) => {
          if (!Number.isFinite(frame.y(value))) return null;
          const [from, to] = [low?.[index] ?? NaN, high?.[index] ?? NaN];
          return (
            <g key={index}>
              {Number.isFinite(from) && Number.isFinite(to) && (
                <path className={styles.error} d={`M${px(at(index) - 3)} ${px(y(from))}h6m-3 0V${px(y(to))}m-3 0h6`} />
              )}
              {origin === 'measured' ? (
                <circle className={styles.point} cx={px(at(index))} cy={px(y(value))} r={3.5} />
              ) : (
                <path className={styles.expected} d={`M${px(at(index) - 9)} ${px(y(value))}h18`} />
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

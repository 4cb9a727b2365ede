import type { IntervalFigure } from '../../../lab/experiments/types.ts';
import { pitchPx, type Frame } from './scales.ts';
import styles from './Figure.module.css';

interface IntervalMarksProps {
  readonly figure: IntervalFigure;
  readonly frame: Frame;
  readonly colours: readonly string[];
  readonly hidden: readonly string[];
}

/** Values with their intervals, lying flat: the series of a category one below the other. */
export function IntervalMarks({ figure, frame, colours, hidden }: IntervalMarksProps) {
  const { x, y, left, right } = frame;
  const { series } = figure;
  // An interval that reaches beyond the axis, or to 0 on a logarithmic one, goes to its end.
  const within = (value: number): number => Math.min(right, Math.max(left, Number.isFinite(x(value)) ? x(value) : left));
  return series.map(({ name, x: categories, y: values, low = [], high = [] }, index) => {
    if (hidden.includes(name)) return null;
    const shift = pitchPx * (index - (series.length - 1) / 2);
    return (
      <g key={name} style={{ color: colours[index] }} data-origin="measured">
        {values.map((value, i) => {
          const at = y(categories[i] ?? NaN) + shift;
          const [from = NaN, to = NaN] = [low[i], high[i]];
          return (
            <g key={i} transform={`translate(0 ${at.toFixed(1)})`}>
              {Number.isFinite(from) && Number.isFinite(to) && (
                <path className={styles.error} d={`M${within(from).toFixed(1)} -3v6m0 -3H${within(to).toFixed(1)}m0 -3v6`} />
              )}
              {Number.isFinite(x(value)) && <circle className={styles.point} cx={within(value).toFixed(1)} cy={0} r={3.5} />}
            </g>
          );
        })}
      </g>
    );
  });
}

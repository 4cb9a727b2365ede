import type { Figure } from '../../../lab/experiments/types.ts';
import { MathText } from '../../widgets/MathText.tsx';
import { axisTitle, shortNumber } from './number-format.ts';
import { heatColour, seriesColours } from './series-colour.ts';
import styles from './Figure.module.css';

interface KeyProps {
  readonly figure: Figure;
  readonly hidden: readonly string[];
  readonly onToggle: (name: string) => void;
}

/** Which mark is what; a press hides it. A heat map has its scale besides. */
export function Key({ figure, hidden, onToggle }: KeyProps) {
  const colours = seriesColours(figure.series);
  return (
    <>
      {figure.kind === 'heat' && (
        <div className={styles.scale}>
          <span>{shortNumber(figure.range[0])}</span>
          <span
            className={styles.ramp}
            style={{ background: `linear-gradient(to right in oklab, ${heatColour(0)}, ${heatColour(1)})` }}
            aria-hidden="true"
          />
          <span>
            {shortNumber(figure.range[1])} {axisTitle(figure.value)}
          </span>
        </div>
      )}
      <ul className={styles.key}>
        {figure.series.map(({ name, origin, draw, band }, index) => (
          <li key={name}>
            <button
              type="button"
              className={styles.entry}
              data-part="entry"
              data-origin={origin}
              data-draw={draw}
              aria-pressed={!hidden.includes(name)}
              title={band}
              onClick={() => {
                onToggle(name);
              }}
            >
              <span
                className={styles.swatch}
                style={{ color: figure.kind === 'heat' ? 'var(--ink)' : colours[index] }}
                aria-hidden="true"
              />
              <span>
                <MathText>{name}</MathText>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

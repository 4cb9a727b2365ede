import type { Figure } from '../../../lab/experiments/types.ts';
import { MathText } from '../../widgets/MathText.tsx';
import { placeText, readingsAt, type Cursor } from './cursor.ts';
import { shortNumber } from './number-format.ts';
import styles from './Figure.module.css';

/** What the figure says at the cursor. */
export function Readings({ figure, cursor }: { readonly figure: Figure; readonly cursor: Cursor | undefined }) {
  return (
    <p className={styles.read} aria-live="polite">
      {cursor === undefined ? (
        <span className={styles.hint}>Point at it, or use the arrow keys, to read it.</span>
      ) : (
        <>
          <span>
            <MathText>{placeText(figure, cursor)}</MathText>
          </span>
          {readingsAt(figure, cursor).map(({ name, value, low, high }) => (
            <span key={name}>
              <MathText>{name}</MathText> <b>{shortNumber(value)}</b>
              {Number.isFinite(low) && ` (${shortNumber(low)} … ${shortNumber(high)})`}
            </span>
          ))}
        </>
      )}
    </p>
  );
}

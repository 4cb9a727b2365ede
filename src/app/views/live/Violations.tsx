import { useViolations } from '../../store/violations.ts';
import { numberText } from '../../widgets/number-text.ts';
import styles from './Violations.module.css';

/**
 * What the observer saw that must never happen: at once, in words, until the run is reset.
 * @param onTime takes a person to that moment, where the view can show it.
 */
export function Violations({ onTime }: { readonly onTime?: ((timeS: number) => void) | undefined }) {
  const { count, first } = useViolations();
  if (first.length === 0) return null;
  return (
    <section role="alert" aria-label="Violations" className={styles.violations}>
      <h2>{count === 1 ? 'The observer saw a violation' : `The observer saw ${String(count)} violations: the first of each kind`}</h2>
      <ul>
        {first.map(({ timeS, check, message }) => (
          <li key={check}>
            {onTime === undefined ? (
              <b>{numberText(timeS, 2, 's')}</b>
            ) : (
              <button
                type="button"
                className={styles.time}
                title="Go to this moment"
                onClick={() => {
                  onTime(timeS);
                }}
              >
                {numberText(timeS, 2, 's')}
              </button>
            )}{' '}
            {check}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

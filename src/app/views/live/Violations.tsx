import { useViolations } from '../../store/violations.ts';
import { numberText } from '../../widgets/number-text.ts';
import styles from './Violations.module.css';

const shown = 4;

/** What the observer saw that must never happen: at once, in words, until the run is reset. */
export function Violations() {
  const { count, first } = useViolations();
  if (first.length === 0) return null;
  const more = count - Math.min(shown, first.length);
  return (
    <section role="alert" aria-label="Violations" className={styles.violations}>
      <h2>{count === 1 ? 'The observer saw a violation' : `The observer saw ${String(count)} violations`}</h2>
      <ul>
        {first.slice(0, shown).map(({ timeS, check, message }, index) => (
          <li key={index}>
            <b>{numberText(timeS, 2, 's')}</b> {check}: {message}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {String(more)} more. Export run writes them down.</p>}
    </section>
  );
}

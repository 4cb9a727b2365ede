import type { Report } from '../../../worker/experiment-api.ts';
import { MathText } from '../../widgets/MathText.tsx';
import styles from './Verdicts.module.css';

const marks = { holds: '✓', fails: '✗', 'not decided': '?' } as const;

/** Each claim, judged in words that were computed from the numbers. */
export function Verdicts({ report }: { readonly report: Report }) {
  return (
    <>
      <ul className={styles.list} aria-live="polite">
        {report.judgements.map(({ claim, verdict, sentence }) => (
          <li key={claim} className={styles.judgement} data-verdict={verdict}>
            <strong>
              <span aria-hidden="true">{marks[verdict]}</span> {verdict}
            </strong>
            <span>
              <em>
                <MathText>{claim}</MathText>
              </em>{' '}
              <MathText>{sentence}</MathText>
            </span>
          </li>
        ))}
      </ul>
      {report.failures.length > 0 && (
        <details className={styles.failures}>
          <summary>
            {report.failures.length === 1 ? 'One job failed' : `${String(report.failures.length)} jobs failed`}; the rest stands
          </summary>
          <ul>
            {report.failures.slice(0, 20).map(({ job, label, message }) => (
              <li key={job}>
                {label}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

import type { Report } from '../../../worker/experiment-api.ts';
import { MathText } from '../../widgets/MathText.tsx';
import styles from './Verdicts.module.css';

const plural = { holds: 'hold', fails: 'fail', 'not refuted': 'are not refuted', 'not decided': 'are not decided' } as const;
const marks = { holds: '✓', fails: '✗', 'not refuted': '○', 'not decided': '?' } as const;

const few = 3;

/** How many of the claims hold, where they are more than one takes in at a glance. */
export function Tally({ report }: { readonly report: Report }) {
  const { judgements } = report;
  if (judgements.length <= few) return null;
  const told = (Object.keys(marks) as (keyof typeof marks)[]).flatMap((verdict) => {
    const count = judgements.filter((judgement) => judgement.verdict === verdict).length;
    return count === 0 ? [] : [`${String(count)} ${count === 1 ? verdict : plural[verdict]}`];
  });
  return <p className={styles.tally}>{`Of ${String(judgements.length)} claims ${told.join(', ')}.`}</p>;
}

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

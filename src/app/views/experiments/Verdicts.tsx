import type { Report } from '../../../worker/experiment-api.ts';
import { MathText } from '../../widgets/MathText.tsx';
import { marks } from './answer.ts';
import styles from './Verdicts.module.css';

type Judgement = Report['judgements'][number];

interface VerdictsProps {
  readonly judgements: readonly (Omit<Judgement, 'sentence'> & Partial<Judgement>)[];
}

/** Each claim, judged in words that were computed from the numbers. */
export function Verdicts({ judgements }: VerdictsProps) {
  return (
    <ul className={styles.list} aria-live="polite">
      {judgements.map(({ claim, verdict, sentence }) => (
        <li key={claim} className={styles.judgement} data-verdict={verdict}>
          <strong>
            <span aria-hidden="true">{marks[verdict]}</span> {verdict}
          </strong>
          <span>
            <em>
              <MathText>{claim}</MathText>
            </em>{' '}
            {sentence !== undefined && <MathText>{sentence}</MathText>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Failures({ failures }: Pick<Report, 'failures'>) {
  if (failures.length === 0) return null;
  return (
    <details className={styles.failures}>
      <summary>{failures.length === 1 ? 'One job failed' : `${String(failures.length)} jobs failed`}; the rest stands</summary>
      <ul>
        {failures.slice(0, 20).map(({ job, label, message }) => (
          <li key={job}>
            {label}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

import { onRecord } from '../../../lab/texts/on-record.ts';
import type { Card, OnRecord, Report } from '../../../lab/experiments/types.ts';
import type { Page } from '../../store/experiments.ts';
import { Counterexample } from './Counterexample.tsx';
import { answerTo, judgedOf, tallyOf } from './answer.ts';
import { duration } from './duration.ts';
import { claimedRows, PaperTable } from './PaperTable.tsx';
import { Failures, Verdicts } from './Verdicts.tsx';
import notebook from './Notebook.module.css';
import styles from './Verdicts.module.css';

/** What came out here, or, until something was run here, what is on record. */
export function VerdictPart({ card, page }: { readonly card: Card; readonly page: Page }) {
  const { report } = page;
  const record = onRecord[card.name];
  const found = report ?? record;
  if (found === undefined) return null;
  const { judgements } = found;
  const judged = judgedOf(found);
  const isPaper = card.name === 'paper-table';
  const { sentence, verdict } = answerTo(judged);
  return (
    <section aria-labelledby="verdicts" className={notebook.part}>
      <h3 id="verdicts">{headingOf(report)}</h3>
      {judged.length > 1 && (
        <p className={styles.answer}>
          <strong data-verdict={verdict}>{sentence}</strong> {tallyOf(judged)}
        </p>
      )}
      {isPaper && <PaperTable rows={report === undefined ? (record?.rows ?? []) : claimedRows(report.rows)} />}
      {isPaper && judgements.length > 0 ? (
        <details className={styles.more}>
          <summary>Each figure in words, with its interval</summary>
          <Verdicts judgements={judgements} />
        </details>
      ) : (
        <Verdicts judgements={judgements} />
      )}
      {report !== undefined && <Failures failures={report.failures} />}
      {record !== undefined && (
        <p className={notebook.note}>{report === undefined ? recordText(card, record) : comparedText(page, report, record)}</p>
      )}
      {report?.counterexample !== undefined && <Counterexample name={card.name} />}
    </section>
  );
}

function headingOf(report: Report | undefined): string {
  if (report === undefined) return 'Verdict on record';
  const { finished, planned } = report;
  return finished < planned ? `Verdict so far: ${String(finished)} of ${String(planned)} jobs` : 'Verdict';
}

function recordText({ replicate }: Card, { date, version, replicates, seed, processorS }: OnRecord): string {
  const sample = `${String(replicates)} ${replicate}s from seed ${String(seed)} on`;
  return `On record since ${date}, version ${version}: ${sample}, ${duration(processorS)} of processor time. The numbers are in docs/experiments.md.`;
}

/** Whether a run of the same setup came to the same bits as the one on record. */
function comparedText({ usual }: Page, report: Report, record: OnRecord): string {
  const { setup, finished, planned, version, digest } = report;
  const isSame = JSON.stringify(setup) === JSON.stringify(usual) && finished === planned && version === record.version;
  if (!isSame) return 'On record is another run.';
  return digest.startsWith(record.digest)
    ? `To the last bit what is on record since ${record.date}: the same digest.`
    : `Not what is on record since ${record.date}: the digest there is ${record.digest}.`;
}

import { useEffect } from 'react';
import { onRecord } from '../../../lab/texts/on-record.ts';
import { whatBroke } from '../../session/experiment-desk.ts';
import { openExperiments } from '../../session/experiments.ts';
import { experimentsStore, useExperiments } from '../../store/experiments.ts';
import { countsOf, judgedOf, marks, shortWord } from './answer.ts';
import { Notebook } from './Notebook.tsx';
import styles from './ExperimentsView.module.css';

/** The claims on trial: one experiment a page, as in the notebook of a laboratory. */
export function ExperimentsView() {
  const cards = useExperiments((state) => state.cards);
  const chosen = useExperiments((state) => state.chosen);
  const broken = useExperiments((state) => state.broken);
  useEffect(() => {
    openExperiments().catch(whatBroke);
  }, []);
  const card = cards?.find(({ name }) => name === chosen);
  return (
    <div className={styles.view}>
      <nav className={styles.contents} aria-label="Experiments">
        {cards?.map(({ name, title, question }) => (
          <button
            key={name}
            type="button"
            className={styles.item}
            aria-current={name === chosen ? 'page' : undefined}
            ref={name === chosen ? intoView : undefined}
            onClick={() => {
              experimentsStore.setState({ chosen: name });
            }}
          >
            <span className={styles.itemTitle}>{title}</span>
            <span className={styles.itemQuestion}>{question}</span>
            <Standing name={name} />
          </button>
        ))}
      </nav>
      {broken !== undefined && (
        <p role="alert" className={styles.wait}>
          The experiments cannot be shown. {broken} Live is not touched by it; reload the page to try again.
        </p>
      )}
      {card === undefined ? (
        broken === undefined && <p className={styles.wait}>Opening the notebook …</p>
      ) : (
        <Notebook key={card.name} card={card} />
      )}
    </div>
  );
}

/** On a phone the contents are a row that may be wider than the screen. */
function intoView(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** The verdicts on its claims in short: those of this visit, or on record. */
function Standing({ name }: { readonly name: string }) {
  const report = useExperiments((state) => state.pages[name]?.report);
  const found = report ?? onRecord[name];
  if (found === undefined) return null;
  const judged = judgedOf(found);
  return (
    <span className={styles.standing}>
      {countsOf(judged).map(([verdict, count]) => (
        <span key={verdict} data-verdict={verdict}>
          <span aria-hidden="true">{marks[verdict]}</span> {judged.length > 1 && count} {shortWord(verdict, count)}
        </span>
      ))}
    </span>
  );
}

import type { Card } from '../../../worker/experiment-api.ts';
import { FigureView } from '../../plots/figure/Figure.tsx';
import { whatBroke } from '../../session/experiment-desk.ts';
import { saveReport, saveTable } from '../../session/experiments.ts';
import { useExperiments } from '../../store/experiments.ts';
import { Button } from '../../widgets/Button.tsx';
import { MathText } from '../../widgets/MathText.tsx';
import { saveIcon } from '../../widgets/icons.tsx';
import { CommandLine } from './CommandLine.tsx';
import { Conduct } from './Conduct.tsx';
import { ResultTable } from './ResultTable.tsx';
import { Settings } from './Settings.tsx';
import { SetupTools } from './SetupTools.tsx';
import { VerdictPart } from './VerdictPart.tsx';
import tools from './SetupTools.module.css';
import styles from './Notebook.module.css';

/** One experiment: the question, the claim, the run, the verdict, the settings, what came out, and how to repeat it. */
export function Notebook({ card }: { readonly card: Card }) {
  const page = useExperiments((state) => state.pages[card.name]);
  if (page === undefined) return null;
  const { report } = page;
  return (
    <article className={styles.page} aria-label={card.title}>
      <header>
        <h2>
          <MathText>{card.question}</MathText>
        </h2>
        <blockquote className={styles.claim}>
          <span>{card.claimant}</span>
          <MathText>{card.claim}</MathText>
        </blockquote>
      </header>
      <Conduct card={card} page={page} />
      <VerdictPart card={card} page={page} />
      <section aria-labelledby="settings" className={styles.part}>
        <div className={styles.partHead}>
          <h3 id="settings">Settings</h3>
          <SetupTools name={card.name} />
        </div>
        <Settings card={card} page={page} />
      </section>
      {report !== undefined && (
        <>
          <section aria-label="Figures" className={styles.part} data-many={report.figures.length > 2}>
            {report.figures.map((figure) => (
              <FigureView
                key={figure.name}
                figure={figure}
                fileName={`chorus-${card.name}-${figure.name}`}
                onSaveCsv={saver(card.name, `figure-${figure.name}.csv`)}
              />
            ))}
          </section>
          <section aria-labelledby="table" className={styles.part}>
            <div className={styles.partHead}>
              <h3 id="table">Table</h3>
              <div className={tools.tools}>
                <Button name="Save table" help="The table as CSV." look="quiet" icon={saveIcon} onPress={saver(card.name, 'table.csv')} />
                <Button
                  name="Save replicates"
                  help="Every replicate as CSV."
                  look="quiet"
                  icon={saveIcon}
                  onPress={saver(card.name, `${report.raw.name}.csv`)}
                />
              </div>
            </div>
            <ResultTable rows={report.rows} />
            {report.notes.map((note) => (
              <p key={note} className={styles.note}>
                <MathText>{note}</MathText>
              </p>
            ))}
          </section>
          <section aria-labelledby="repeat" className={styles.part}>
            <h3 id="repeat">Repeat it</h3>
            <CommandLine command={report.command} />
            <div className={styles.files}>
              <Button
                name="Save results"
                help="The table, every replicate, the figures’ numbers and the report in one zip."
                icon={saveIcon}
                onPress={() => {
                  saveReport(card.name).catch(whatBroke);
                }}
              />
              <span className={styles.digest}>
                digest <code>{report.digest.slice(0, 16)}</code> · version {report.version}
              </span>
            </div>
          </section>
        </>
      )}
    </article>
  );
}

function saver(name: string, file: string): () => void {
  return () => {
    saveTable(name, file).catch(whatBroke);
  };
}

import { parameterName, parameters, type Parameter } from '../../../lab/scenario/parameters.ts';
import { shapeOptions } from '../../../lab/scenario/shapes.ts';
import { MoreSections } from './MoreSections.tsx';
import { PaperSections } from './PaperSections.tsx';
import styles from './GuideView.module.css';

/** The paper's ideas one after the other, each with a figure that runs; what goes beyond it; every parameter with its sentence. */
export function GuideView() {
  return (
    <article className={styles.guide}>
      <p className={styles.lead}>
        <cite>The Chorus</cite> claims that a mesh of language-model agents stays one without a centre. Here is what it says, section by
        section, each beside a small run of this laboratory, and what was found when it was put on trial.
      </p>
      <PaperSections />
      <MoreSections />
      <h2>Partition shapes</h2>
      <dl className={styles.list}>
        {shapeOptions.map(({ value, label, help }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
      <h2>Every parameter</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Range</th>
              <th scope="col">In a scenario</th>
              <th scope="col">What it does</th>
            </tr>
          </thead>
          <tbody>
            {Object.values<Parameter>(parameters).map((parameter) => (
              <tr key={parameter.path}>
                <th scope="row">{parameterName(parameter)}</th>
                <td>{rangeOf(parameter)}</td>
                <td>
                  <code>{parameter.path}</code>
                </td>
                <td>{parameter.help}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function rangeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return `${String(parameter.min)} … ${String(parameter.max)}${parameter.unit === undefined ? '' : ` ${parameter.unit}`}`;
    case 'choice':
      return parameter.options.map(({ label }) => label).join(', ');
    case 'switch':
      return 'on, off';
  }
}

/** Everything there is to know of a parameter, from its declaration: beside its control, and in the palette's dialog. */
import { fieldEquation, type NumberParameter, type Parameter } from '../../../lab/scenario/parameters.ts';
import { landmarkOf } from '../../store/landmarks.ts';
import { useLive } from '../../store/live.ts';
import { useTheory } from '../../store/theory.ts';
import { resetValue, startValue } from '../../session/start-value.ts';
import { valueAt } from '../../session/value-at.ts';
import { Button } from '../../widgets/Button.tsx';
import { Formula } from '../../widgets/Formula.tsx';
import { MathText } from '../../widgets/MathText.tsx';
import { numberText } from '../../widgets/number-text.ts';
import styles from './ParameterCard.module.css';

export function ParameterCard({ parameter }: { readonly parameter: Parameter }) {
  const { help, live, path } = parameter;
  return (
    <div className={styles.facts}>
      <p>{help}</p>
      {parameter.kind === 'number' && <Where parameter={parameter} />}
      {parameter.kind === 'choice' && (
        <dl className={styles.options}>
          {parameter.options.map(({ value, label, help: meaning }) => (
            <div key={value}>
              <dt>{label}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      <dl className={styles.list}>
        {parameter.kind === 'number' && <Numbers parameter={parameter} />}
        <dt>In a scenario</dt>
        <dd>
          <code>{path}</code>
        </dd>
        <dt>A change</dt>
        <dd>{live ? 'acts at once, and is recorded' : 'starts a new run'}</dd>
      </dl>
      <Threshold parameter={parameter} />
      <Reset parameter={parameter} />
    </div>
  );
}

/** Where it enters: in the whole equation, where it has a term there. */
function Where({ parameter: { formula, symbol } }: { readonly parameter: NumberParameter }) {
  if (formula === undefined) return null;
  return <Formula text={fieldEquation.includes(formula) ? fieldEquation : formula} marked={symbol} display />;
}

function Numbers({ parameter }: { readonly parameter: NumberParameter }) {
  const { symbol, unit, min, max, slider } = parameter;
  return (
    <>
      {symbol !== undefined && (
        <>
          <dt>Symbol</dt>
          <dd>
            <Formula text={symbol} />
          </dd>
        </>
      )}
      <dt>Unit</dt>
      <dd>{unit ?? 'a pure number'}</dd>
      <dt>Range</dt>
      <dd>
        {String(min)} … {String(max)}
        {slider !== undefined && slider.max < max && `; the slider ends at ${String(slider.max)}`}
      </dd>
      <dt>Default</dt>
      <dd>{String(parameter.default)}</dd>
    </>
  );
}

function Threshold({ parameter }: { readonly parameter: Parameter }) {
  const landmark = landmarkOf(parameter);
  const prediction = useTheory((theory) => theory.prediction);
  if (landmark === undefined || prediction === undefined) return null;
  const answer = landmark.answerIn(prediction);
  return (
    <div className={styles.threshold}>
      <p>
        <MathText>{landmark.symbol}</MathText> {answer.known ? `is ${numberText(answer.value, 3)} now. ${landmark.meaning}` : answer.reason}
      </p>
      {answer.known && (
        <>
          <Formula text={answer.formula} display />
          <p className={styles.source}>
            {answer.regime}. {answer.source}.
          </p>
        </>
      )}
    </div>
  );
}

function Reset({ parameter }: { readonly parameter: Parameter }) {
  const { path } = parameter;
  const start = useLive(() => startValue(path));
  const differs = useLive((state) => valueAt(state.now, path) !== start);
  if (start === undefined) return null;
  return (
    <div>
      <Button
        name={`Reset to ${startText(parameter, start)}`}
        help="As it was when this scenario was opened. A double click on a slider does the same."
        allowed={differs}
        onPress={() => {
          resetValue(path);
        }}
      />
    </div>
  );
}

function startText(parameter: Parameter, start: number | string | boolean): string {
  if (parameter.kind === 'choice') return parameter.options.find(({ value }) => value === start)?.label ?? String(start);
  if (parameter.kind === 'switch') return start === true ? 'on' : 'off';
  return `${String(start)}${parameter.unit === undefined ? '' : ` ${parameter.unit}`}`;
}

import type { NumberParameter } from '../../../lab/scenario/parameters.ts';
import { landmarkOf, type Landmark as Place } from '../../store/landmarks.ts';
import { useTheory } from '../../store/theory.ts';
import { MathText } from '../../widgets/MathText.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { SliderMark } from '../../widgets/SliderMark.tsx';
import { parameterScale } from '../../widgets/slider-scale.ts';
import styles from './Landmark.module.css';

/** Where theory has a threshold on a parameter's track, for the other parameters as they are now; nothing where there is none. */
export function Landmark({ parameter }: { readonly parameter: NumberParameter }) {
  const landmark = landmarkOf(parameter);
  return landmark === undefined ? null : <Mark parameter={parameter} landmark={landmark} />;
}

function Mark({ parameter, landmark }: { readonly parameter: NumberParameter; readonly landmark: Place }) {
  const { symbol, meaning, answerIn } = landmark;
  const answer = useTheory(({ prediction }) => (prediction === undefined ? undefined : answerIn(prediction)));
  // Its room is there before the first answer, so that nothing jumps.
  if (answer === undefined) return <div className={styles.absent} />;
  if (!answer.known)
    return (
      <p className={styles.absent}>
        No <MathText>{symbol}</MathText>. {answer.reason}
      </p>
    );
  const { value, formula, regime, source } = answer;
  const { min, max } = parameterScale(parameter);
  const text = numberText(value, 2);
  return (
    <SliderMark
      place={(value - min) / (max - min)}
      label={
        <>
          <MathText>{symbol}</MathText> {text}
        </>
      }
      name={`${symbol} ${text}`}
      help={`${meaning} ${regime}. ${source}.`}
      formula={formula}
    />
  );
}

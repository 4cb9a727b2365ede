import { parameters } from '../../../lab/scenario/parameters.ts';
import { useTheory } from '../../store/theory.ts';
import { numberText } from '../../widgets/number-text.ts';
import { SliderMark } from '../../widgets/SliderMark.tsx';
import { parameterScale } from '../../widgets/slider-scale.ts';
import { NumberControl } from './ParameterControl.tsx';
import styles from './CouplingControl.module.css';

const { coupling } = parameters;

/** Coupling, with the threshold that theory has for the present law, width and noise on its track. */
export function CouplingControl() {
  return (
    <div>
      <NumberControl parameter={coupling} />
      <Threshold />
    </div>
  );
}

function Threshold() {
  const threshold = useTheory(({ prediction }) => prediction?.criticalCoupling);
  // Its room is there before the first answer, so that nothing jumps.
  if (threshold === undefined) return <div className={styles.absent} />;
  if (!threshold.known) return <p className={styles.absent}>No threshold marked. {threshold.reason}</p>;
  const { value, formula, regime, source } = threshold;
  const { min, max } = parameterScale(coupling);
  const text = numberText(value, 2);
  return (
    <SliderMark
      place={(value - min) / (max - min)}
      label={
        <>
          <i>K</i>
          <sub>c</sub> {text}
        </>
      }
      name={`K_c ${text}`}
      help={`Above this coupling theory has the oscillators gather. ${regime}. ${source}.`}
      formula={formula}
    />
  );
}

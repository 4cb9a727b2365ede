/** Places on a parameter's track that theory has a name for. */
import { parameters, type Parameter } from '../../lab/scenario/parameters.ts';
import type { Answer, Prediction } from '../../worker/live-api.ts';

export interface Landmark {
  readonly symbol: string;
  /** One sentence. */
  readonly meaning: string;
  readonly answerIn: (prediction: Prediction) => Answer;
}

const byPath: ReadonlyMap<string, Landmark> = new Map([
  [
    parameters.coupling.path,
    {
      symbol: 'K_c',
      meaning: 'Above this coupling theory has the oscillators gather.',
      answerIn: ({ criticalCoupling }) => criticalCoupling,
    },
  ],
  [
    parameters.noise.path,
    {
      symbol: 'σ_c',
      meaning: 'Above this noise theory has the coupling of now no longer gather the oscillators.',
      answerIn: ({ criticalNoise }) => criticalNoise,
    },
  ],
]);

export function landmarkOf({ path }: Parameter): Landmark | undefined {
  return byPath.get(path);
}

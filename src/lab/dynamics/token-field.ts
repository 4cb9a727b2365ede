/** What steps with the tokens, or beside them: oscillators of one natural frequency, from near synchrony. */
import { at } from '../../base/assert.ts';
import { TWO_PI } from '../../base/math.ts';
import { createField, type Field } from '../../field/field.ts';

export interface TokenFieldOptions {
  readonly seed: number;
  readonly oscillators: number;
  readonly frequency: number;
  readonly stepS: number;
}

export function createTokenField({ seed, oscillators, frequency, stepS }: TokenFieldOptions): Field {
  return createField({
    seed,
    oscillators,
    agents: 1,
    frequency: { law: 'identical', centre: frequency, width: 0, sampling: 'random' },
    initial: { kind: 'poisson', r0: 0.9 },
    scheme: 'euler-maruyama',
    stepS,
  });
}

/** Of all oscillators by their whole turns too: coupling never moves it, however scattered they are. */
export function meanPhase({ phaseRad, winding }: Field): number {
  let sum = 0;
  for (let i = 0; i < phaseRad.length; i++) sum += at(phaseRad, i) + TWO_PI * at(winding, i);
  return sum / phaseRad.length;
}

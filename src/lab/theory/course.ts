/** What theory says of r on its way, where it says something. */
import { exp } from '../../base/math.ts';
import { known, unknown } from '../../field/theory/answer.ts';
import { theoryOfLaw } from '../../field/theory/laws/registry.ts';
import { lorentzianOrderOverTime } from '../../field/theory/ott-antonsen.ts';
import type { Scenario } from '../scenario/schema.ts';
import { isLate } from './prediction.ts';
import type { Answer } from './types.ts';

/**
 * r of an uncut field at the given times (s, ≥ 0) since it had the order `order0`, for N → ∞; coupling, noise and frequencies as in the
 * scenario all the while.
 *
 * @param order0 the scenario's initial one unless given. On the Poisson kernel the field stays on it, so with a Lorentzian law and no
 * noise the answer may be taken up again from the r of any moment, after a change of K for instance.
 * @returns shape [timesS.length]
 */
export function predictCourse(
  { field }: Pick<Scenario, 'field'>,
  timesS: Readonly<Float64Array>,
  order0: number | undefined = initialOrder(field),
): Answer<Float64Array> {
  const { coupling, noise, frequency } = field;
  if (isLate(field) && coupling > 0) return unknown('No closed form for r over time with a delay or a phase lag.');
  if (order0 === undefined) return unknown('From random phases order grows out of chance: no closed form.');
  if (coupling === 0) {
    const { characteristic } = theoryOfLaw(frequency.law, frequency.width);
    return known(
      timesS.map((t) => order0 * Math.abs(characteristic(frequency.width, t)) * exp((-noise * noise * t) / 2)),
      {
        formula: 'r = r₀ |∫ g(ω) e^{iωt} dω| e^{−σ²t/2}',
        regime: 'N → ∞, no coupling',
        source: 'characteristic functions of g and of the Wiener process',
      },
    );
  }
  const lorentzian = frequency.law === 'lorentzian' || frequency.law === 'identical' || frequency.width === 0;
  if (lorentzian && noise === 0) {
    const width = frequency.law === 'lorentzian' ? frequency.width : 0;
    return known(timesS.map(lorentzianOrderOverTime(coupling, width, order0)), {
      formula: 'ṙ = (K/2 − γ) r − (K/2) r³',
      regime: 'N → ∞, coupling without delay, no noise, from a Poisson kernel',
      source: 'Ott & Antonsen, Chaos 18, 037113 (2008)',
    });
  }
  return unknown('No closed form for r over time: it is known without noise for the Lorentzian law, and without coupling.');
}

/** Order for N → ∞ at the start; none worth the name from random phases. */
function initialOrder({ initial }: Scenario['field']): number | undefined {
  switch (initial.kind) {
    case 'synchronised':
      return 1;
    case 'poisson':
      return initial.r0 === 0 ? undefined : initial.r0;
    case 'uniform':
      return undefined;
  }
}

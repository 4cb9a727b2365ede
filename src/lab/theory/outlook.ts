/** All that theory says of a scenario's field as it stands: prediction, the whole under a cut, finite numbers, and what is left out. */
import { known, unknown } from '../../field/theory/answer.ts';
import { incoherentMeanSquareOrder, meanSquareOrder } from '../../field/theory/finite-size.ts';
import { effectiveCoupling } from '../../field/theory/partition.ts';
import { criticalCoupling } from '../../field/theory/stationary-order.ts';
import type { Scenario } from '../scenario/schema.ts';
import { isLate, lateThreshold, populationOf, predict, unevenCut } from './prediction.ts';
import type { Answer, Outlook, Parts, Prediction } from './types.ts';

export function outlook({ field }: Pick<Scenario, 'field'>, parts: Parts): Outlook {
  const prediction = predict({ field }, parts);
  return {
    ...prediction,
    thresholds: thresholdsOf(field, parts),
    order: orderOfWhole(field, parts, prediction),
    finiteOrder: finiteOrder(field),
    caveats: caveatsOf(field),
  };
}

type Field = Scenario['field'];

/** K_c over the share of K that each component feels. */
function thresholdsOf(field: Field, { oscillators, shape }: Parts): readonly Answer[] {
  const threshold = isLate(field) ? lateThreshold(field) : criticalCoupling(populationOf(field));
  if (!threshold.known) return oscillators.map(() => threshold);
  const { value, known: _, ...provenance } = threshold;
  return oscillators.map((count) => {
    const uneven = unevenCut(shape);
    if (uneven !== undefined) return uneven;
    const share = effectiveCoupling(1, count, field.oscillators, field.normalisation);
    return known(value / share, share === 1 ? provenance : { ...provenance, formula: `${provenance.formula}, times N/n` });
  });
}

/** r² = Σ (n_c r_c/N)², once the components' angles have nothing to do with each other; of one component its own r. */
function orderOfWhole(field: Field, { oscillators }: Parts, { orders }: Prediction): Answer {
  const [only] = orders;
  if (only === undefined) return unknown('No agent is up: nobody feels a mean field.');
  if (orders.length === 1 && oscillators[0] === field.oscillators) return only;
  let square = 0;
  for (const [c, order] of orders.entries()) {
    if (!order.known) return order;
    const share = ((oscillators[c] ?? 0) / field.oscillators) * order.value;
    square += share * share;
  }
  return known(Math.sqrt(square), {
    formula: 'r² = Σ (n r/N)² over the components',
    regime: 'N → ∞, root mean square, long after the cut: by then the components’ angles are strangers',
    source: only.known ? only.source : '',
  });
}

/** Half of the threshold: up to there chance order follows its linear theory. */
const LINEAR_SHARE = 0.5;

function finiteOrder(field: Field): Answer {
  if (isLate(field)) return unknown('No closed form for finite N with a delay or a phase lag.');
  const { oscillators, coupling, noise, frequency } = field;
  const identical = frequency.law === 'identical' || frequency.width === 0;
  if (identical && noise > 0) {
    return known(Math.sqrt(meanSquareOrder(oscillators, coupling, noise)), {
      formula: 'r² = ⟨h²⟩/4a² − 1/(Na), h weighted by h·exp{N[−h²/4a + ln I₀(h)]}, a = K/σ²',
      regime: 'every N, root mean square in the stationary state',
      source: 'stationary density ∝ exp(K N r²/σ²), Hubbard 1959 and Stratonovich 1957',
    });
  }
  const threshold = criticalCoupling(populationOf(field)).value;
  if ((frequency.law === 'lorentzian' || coupling === 0) && coupling < LINEAR_SHARE * threshold) {
    return known(Math.sqrt(incoherentMeanSquareOrder(oscillators, coupling, threshold)), {
      formula: 'r² = 1/[N(1 − K/K_c)]',
      regime: 'N large, K ≤ ½K_c, root mean square in the stationary state',
      source: 'Daido, J. Stat. Phys. 60 (1990) 753–800; Hildebrand, Buice & Chow, Phys. Rev. Lett. 98, 054101 (2007)',
    });
  }
  return unknown(
    'No closed form for finite N here: it is known for identical oscillators with noise, and for the Lorentzian law up to half of K_c.',
  );
}

/** With fewer oscillators than this, chance order (1/√N) is a tenth or more. */
const FEW = 100;

function caveatsOf({ exchange, oscillators, frequency }: Field): readonly string[] {
  const caveats: string[] = [];
  if (exchange === 'message') {
    caveats.push('Phases travel by messages: theory is for ideal exchange, and what arrives late or not at all weakens the coupling.');
  }
  if (oscillators < FEW) caveats.push('Theory is for N → ∞: with so few oscillators r scatters widely.');
  if (frequency.sampling === 'random' && frequency.law !== 'identical' && frequency.width > 0) {
    caveats.push('Frequencies are drawn at random: a draw of N has a threshold of its own, off by about 1/√N of it.');
  }
  return caveats;
}

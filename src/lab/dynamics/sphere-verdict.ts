/** What the order of vectors on a sphere says, in words. */
import type { SphereSettings, SphereTheory, Verdict } from './types.ts';

/** A finite field and ten seconds of it may differ so much from N → ∞. */
const tolerance = 0.06;
/** Below this order is chance. */
const chance = 0.15;

export function sphereVerdict(settings: SphereSettings, order: number, timeS: number, { order: expected, jump }: SphereTheory): Verdict {
  const { dimension, coupling } = settings;
  const measured = `ρ is ${order.toFixed(2)} at K = ${coupling.toFixed(2)}`;
  const about = aboutDimension(settings, jump);
  if (coupling === 0) return { tone: 'partly', text: `Nothing pulls: ${measured}. ${about}` };
  if (!expected.known) return { tone: order > chance ? 'holds' : 'partly', text: `${measured}. ${about} ${expected.reason}` };
  const agrees = Math.abs(order - expected.value) <= tolerance + (expected.value === 0 ? chance - tolerance : 0);
  if (agrees) return { tone: 'holds', text: `${measured}, theory has ${expected.value.toFixed(2)} for D = ${String(dimension)}. ${about}` };
  const why = timeS < 4 / coupling ? 'It has not settled yet' : 'It is not there (yet)';
  return { tone: 'partly', text: `${measured}, theory has ${expected.value.toFixed(2)}. ${why}. ${about}` };
}

function aboutDimension({ dimension, noise, frequencies }: SphereSettings, jump: number | undefined): string {
  if (jump !== undefined)
    return `D = ${String(dimension)} is odd: order jumps to ${String(jump)} at the weakest coupling, for every rotation leaves an axis alone.`;
  if (frequencies === 'none')
    return noise > 0 ? 'Only noise holds the vectors apart: there is a threshold in every dimension.' : 'Nothing holds the vectors apart.';
  return dimension % 2 === 0
    ? `D = ${String(dimension)} is even: order sets in at a threshold.`
    : 'Noise takes the jump away: it turns vectors off the axes of their rotations.';
}

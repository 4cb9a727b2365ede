/** Initial phases of the oscillators. */
import { atan2, cos, PI, sin, TWO_PI, wrapPhase } from '../base/math.ts';
import { fillUniforms, streams } from '../base/random.ts';

export interface InitialOptions {
  readonly kind: 'uniform' | 'synchronised' | 'poisson';
  /** Order parameter of the Poisson kernel, 0 ≤ r₀ < 1; nothing else reads it. */
  readonly r0: number;
}

/** Writes the phases, rad in [−π, π), of so many oscillators as `phaseRad` is long. */
export function sampleInitialPhases(seed: number, { kind, r0 }: InitialOptions, phaseRad: Float64Array): void {
  if (kind === 'synchronised') {
    phaseRad.fill(0);
    return;
  }
  fillUniforms(seed, streams.initialPhases, phaseRad);
  const onCircle = kind === 'uniform' || r0 === 0;
  for (let i = 0; i < phaseRad.length; i++) {
    const angle = TWO_PI * (phaseRad[i] as number) - PI;
    phaseRad[i] = wrapPhase(onCircle ? angle : onPoissonKernel(angle, r0));
  }
}

/**
 * θ = 2 tan⁻¹[(1 − r₀)/(1 + r₀) · tan(u/2)] carries the uniform density into the Poisson kernel, the one whose moments are
 * E e^{ikθ} = r₀^k: the manifold of Ott & Antonsen, Chaos 18, 037113 (2008). As an angle of a point it has no pole.
 */
function onPoissonKernel(u: number, r0: number): number {
  return 2 * atan2((1 - r0) * sin(u / 2), (1 + r0) * cos(u / 2));
}

/** The complementary error function, scaled so that no argument under- or overflows. */
import { exp, PI, TWO_PI } from '../../base/math.ts';

/** Distance of the nodes: the quadrature is off by e^{−π²/h²}, 10⁻¹⁷ of the value. */
const STEP = 0.5;
/** At the last node e^{−u²} is below 10⁻¹⁷. */
const NODES = 13;

/**
 * e^{x²} erfc x = (2x/π) ∫₀^∞ e^{−u²}/(x² + u²) du, for x ≥ 0, relative error below 10⁻¹⁴.
 *
 * By the midpoint rule with the residue of the pole at u = ix added: Matta & Reichel, Math. Comp. 25 (1971) 339–344; Hunter & Regan,
 * Math. Comp. 26 (1972) 539–541. For x ≥ π/h the pole lies beyond where the rule errs, and nothing is to be added.
 */
export function scaledErfc(x: number): number {
  if (x === Infinity) return 0;
  let sum = 0;
  for (let k = 0; k < NODES; k++) {
    const u = (k + 0.5) * STEP;
    sum += exp(-u * u) / (x * x + u * u);
  }
  const residue = x < PI / STEP ? (2 * exp(x * x)) / (1 + exp((TWO_PI * x) / STEP)) : 0;
  return ((2 * x * STEP) / PI) * sum + residue;
}

/**
 * Sine and cosine of many phases in [−π, π) at once, by a table of 512 points of the circle and short polynomials between them:
 * twice as fast as the polynomials that reach from one quadrant to the next (`math-trigonometric.ts`), within 2.5 ulp or
 * 10⁻²⁷, whichever is more (`math.test.ts` measures it). Two lanes at a time do the same operations in the same order
 * (`field/kernel/assembly/circle.ts`).
 *
 * Method: Tang, "Table-lookup algorithms for elementary functions and their error analysis", Proc. 10th Symposium on Computer
 * Arithmetic (1991) 232–236.
 */
import { sincosTurnsRange } from './math-trigonometric.ts';
import {
  CIRCLE_C2,
  CIRCLE_C4,
  CIRCLE_PARTS,
  CIRCLE_S3,
  CIRCLE_S5,
  INVERSE_PART,
  PART_HIGH,
  PART_LOW,
  ROUND_MAGIC,
} from './shared-constants.ts';

/** Shape [512 × 2]: sine and cosine of k/512 of a turn; exact at the quarters. */
export const circleTable: Readonly<Float64Array> = createTable();

function createTable(): Float64Array {
  const turns = Float64Array.from({ length: CIRCLE_PARTS }, (_, k) => k / CIRCLE_PARTS);
  const [sine, cosine] = [new Float64Array(CIRCLE_PARTS), new Float64Array(CIRCLE_PARTS)];
  sincosTurnsRange(turns, 0, CIRCLE_PARTS, sine, cosine);
  return Float64Array.from({ length: 2 * CIRCLE_PARTS }, (_, i) => (i % 2 === 0 ? sine : cosine)[i >> 1] as number);
}

/**
 * Writes sin x and cos x for every x in `phaseRad[from … to − 1]` to the same places of `sinOut` and `cosOut`, which may be
 * `phaseRad` itself. For hot loops: −π ≤ x < π is not checked.
 */
export function sincosPhases(phaseRad: Float64Array, from: number, to: number, sinOut: Float64Array, cosOut: Float64Array): void {
  for (let i = from; i < to; i++) {
    const x = phaseRad[i] as number;
    const part = x * INVERSE_PART + ROUND_MAGIC - ROUND_MAGIC;
    // Exact but for the last subtraction.
    const r = x - part * PART_HIGH - part * PART_LOW;
    const place = (part & (CIRCLE_PARTS - 1)) << 1;
    const sine = circleTable[place] as number;
    const cosine = circleTable[place + 1] as number;
    const z = r * r;
    const sinR = r + r * z * (CIRCLE_S3 + z * CIRCLE_S5);
    const cosRLess1 = z * (CIRCLE_C2 + z * CIRCLE_C4);
    sinOut[i] = sine + (cosine * sinR + sine * cosRLess1);
    cosOut[i] = cosine + (cosine * cosRLess1 - sine * sinR);
  }
}

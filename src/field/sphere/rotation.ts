/** Rotations e^{hW} of ℝ^D, W antisymmetric. */

/** The norm below which the series is summed: 14 terms then leave less than 10⁻¹⁷. */
const smallNorm = 0.5;
const terms = 14;

/**
 * e^{hW} by its power series and repeated squaring (Moler & Van Loan, SIAM Rev. 45 (2003) 3, method 3), written row after row.
 *
 * @param upper the entries of hW above its diagonal, row after row
 */
export function writeRotation(upper: Readonly<Float64Array>, dimension: number, out: Float64Array): void {
  const generator = new Float64Array(dimension * dimension);
  let entry = 0;
  let norm = 0;
  for (let row = 0; row < dimension; row++) {
    for (let column = row + 1; column < dimension; column++) {
      const value = upper[entry++] as number;
      generator[row * dimension + column] = value;
      generator[column * dimension + row] = -value;
      norm += 2 * value * value;
    }
  }
  let halvings = 0;
  for (let size = Math.sqrt(norm); size > smallNorm; size /= 2) halvings++;
  let scale = 1;
  for (let i = 0; i < halvings; i++) scale /= 2;
  let sum = identity(dimension);
  // Horner: 1 + A(1 + A/2(1 + A/3(…))).
  for (let n = terms; n >= 1; n--) {
    const next = product(generator, sum, dimension);
    for (let k = 0; k < next.length; k++) next[k] = ((next[k] as number) * scale) / n;
    for (let d = 0; d < dimension; d++) next[d * dimension + d] = (next[d * dimension + d] as number) + 1;
    sum = next;
  }
  for (let i = 0; i < halvings; i++) sum = product(sum, sum, dimension);
  out.set(sum);
}

function identity(dimension: number): Float64Array {
  const matrix = new Float64Array(dimension * dimension);
  for (let d = 0; d < dimension; d++) matrix[d * dimension + d] = 1;
  return matrix;
}

function product(a: Float64Array, b: Float64Array, dimension: number): Float64Array {
  const c = new Float64Array(dimension * dimension);
  for (let row = 0; row < dimension; row++) {
    for (let k = 0; k < dimension; k++) {
      const value = a[row * dimension + k] as number;
      for (let column = 0; column < dimension; column++) {
        c[row * dimension + column] = (c[row * dimension + column] as number) + value * (b[k * dimension + column] as number);
      }
    }
  }
  return c;
}

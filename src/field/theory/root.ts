/** The one zero of a function in an interval. */

/** The interval is halved at least every fourth step, and 60 halvings leave nothing of a double. */
const MAX_STEPS = 240;

/**
 * The x in [low, high] where `f`, with f(low) ≤ 0 ≤ f(high), vanishes, to a unit or two in its last place.
 *
 * The secant through both ends, the value at an end that stays twice being halved (the Illinois method: Dowell & Jarratt, BIT 11
 * (1971) 168–174); and the middle instead whenever three steps have not halved the interval, so that no f takes long.
 */
export function risingRoot(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  let kept: 'a' | 'b' | undefined;
  let mark = b - a;
  let slow = 0;
  for (let step = 0; step < MAX_STEPS && b - a > 2e-16 * Math.max(Math.abs(a), Math.abs(b)); step++) {
    const secant = b - (fb * (b - a)) / (fb - fa);
    const x = slow < 3 && secant > a && secant < b ? secant : (a + b) / 2;
    const fx = f(x);
    if (fx === 0 || x === a || x === b) return x;
    if (fx < 0) {
      [a, fa] = [x, fx];
      if (kept === 'b') fb /= 2;
      kept = 'b';
    } else {
      [b, fb] = [x, fx];
      if (kept === 'a') fa /= 2;
      kept = 'a';
    }
    if (b - a <= mark / 2) [mark, slow] = [b - a, 0];
    else slow = slow < 3 ? slow + 1 : 0;
  }
  return (a + b) / 2;
}

/** Wrapping, sines and cosines (`wrapRange` and `sincosPhases` of `src/base`), two lanes at a time. */
import {
  CIRCLE_C2,
  CIRCLE_C4,
  CIRCLE_PARTS,
  CIRCLE_S3,
  CIRCLE_S5,
  INVERSE_PART,
  INVERSE_TWO_PI,
  PART_HIGH,
  PART_LOW,
  PI,
  ROUND_MAGIC,
  TWO_PI,
} from '../../../base/shared-constants.ts';
import { CIRCLE_TABLE } from './memory.ts';

/** Both lanes brought into [−π, π); the turns taken out are added to the two i32 at `winding`, unless that is 0. */
@inline
export function wrap(x: v128, winding: usize): v128 {
  // Seldom away, so that a branch costs less than the arithmetic.
  return i64x2.bitmask(f64x2.ge(f64x2.abs(x), f64x2.splat(PI))) != 0 ? wrapLanes(x, winding) : x;
}

function wrapLanes(x: v128, winding: usize): v128 {
  const first = wrapOne(f64x2.extract_lane(x, 0), winding);
  const second = wrapOne(f64x2.extract_lane(x, 1), winding == 0 ? 0 : winding + 4);
  return f64x2.replace_lane(f64x2.splat(first), 1, second);
}

function wrapOne(x: f64, winding: usize): f64 {
  if (x >= -PI && x < PI) return x;
  const away = floor((x + PI) * INVERSE_TWO_PI);
  const rest = x - away * TWO_PI;
  const correction: f64 = rest >= PI ? 1 : rest < -PI ? -1 : 0;
  if (winding != 0) store<i32>(winding, load<i32>(winding) + <i32>(<i64>(away + correction)));
  return rest - correction * TWO_PI;
}

/** Writes the sines and cosines of two phases. */
@inline
export function sincos(x: v128, sines: usize, cosines: usize): void {
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(INVERSE_PART)), f64x2.splat(ROUND_MAGIC));
  const part = f64x2.sub(shifted, f64x2.splat(ROUND_MAGIC));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(part, f64x2.splat(PART_HIGH))), f64x2.mul(part, f64x2.splat(PART_LOW)));
  const place = i32x4.shl(v128.and(shifted, i64x2.splat(CIRCLE_PARTS - 1)), 4);
  const point0 = v128.load(<usize>i32x4.extract_lane(place, 0), CIRCLE_TABLE);
  const point1 = v128.load(<usize>i32x4.extract_lane(place, 2), CIRCLE_TABLE);
  const sine = v128.shuffle<f64>(point0, point1, 0, 2);
  const cosine = v128.shuffle<f64>(point0, point1, 1, 3);
  const z = f64x2.mul(r, r);
  const sinBend = f64x2.add(f64x2.splat(CIRCLE_S3), f64x2.mul(z, f64x2.splat(CIRCLE_S5)));
  const sinR = f64x2.add(r, f64x2.mul(f64x2.mul(r, z), sinBend));
  const cosRLess1 = f64x2.mul(z, f64x2.add(f64x2.splat(CIRCLE_C2), f64x2.mul(z, f64x2.splat(CIRCLE_C4))));
  v128.store(sines, f64x2.add(sine, f64x2.add(f64x2.mul(cosine, sinR), f64x2.mul(sine, cosRLess1))));
  v128.store(cosines, f64x2.add(cosine, f64x2.sub(f64x2.mul(cosine, cosRLess1), f64x2.mul(sine, sinR))));
}

/**
 * Where everything lies in the kernel's one memory. An instance of the kernel holds one field; it is laid out once, and then nothing
 * moves and nothing more is asked for.
 */
import { CHUNK, CIRCLE_PARTS, NORMAL_OCTAVES, NORMAL_PARTS, PHASE_BINS } from '../../../base/shared-constants.ts';

/** Filled by the host before the first call: `normalTable` and `circleTable` of `src/base`. */
export const NORMAL_TABLE: usize = 0;
export const CIRCLE_TABLE: usize = NORMAL_TABLE + NORMAL_OCTAVES * NORMAL_PARTS * 32;

/** Of one chunk: random words, then both sets of normal numbers. */
export const WORDS: usize = CIRCLE_TABLE + CIRCLE_PARTS * 16;
export const NORMALS_0: usize = WORDS + CHUNK * 4;
export const NORMALS_1: usize = NORMALS_0 + CHUNK * 8;

const FIELD: usize = NORMALS_1 + CHUNK * 8;

export let oscillators: u32 = 0;
export let agents: u32 = 0;
/** i32 [M + 1], filled by the host. */
export let agentStart: usize = 0;
/** f64 [M]: z_b, and K·H_a, which the host fills before a step. */
export let agentRe: usize = 0;
export let agentIm: usize = 0;
export let forceRe: usize = 0;
export let forceIm: usize = 0;
/** f64 [M × 8]: running sums, four lanes of Σ cos θ and four of Σ sin θ for every agent; all zero between steps. */
export let lanes: usize = 0;
/** u32 [M × PHASE_BINS]. */
export let phaseCounts: usize = 0;
/** f64 [N], the first filled by the host. */
export let frequencyRadS: usize = 0;
/** f64 [N] and i32 [N]; the phases are filled by the host before the first step. */
export let phaseRad: usize = 0;
export let winding: usize = 0;
/** f64 [N]: of the phases. */
export let sine: usize = 0;
export let cosine: usize = 0;
/** f64 [N]: of the inner stage, for schemes that have one. */
export let stageSine: usize = 0;
export let stageCosine: usize = 0;

/** Wider than an address: a field can be too large for any memory. */
let end: u64 = 0;

/** Lays out a field of `n` oscillators on `m` agents; false where the host has not enough memory. To be called once. */
export function allocate(n: u32, m: u32, withStage: bool): bool {
  oscillators = n;
  agents = m;
  end = FIELD;
  agentStart = take(4 * <u64>(m + 1));
  agentRe = take(8 * <u64>m);
  agentIm = take(8 * <u64>m);
  forceRe = take(8 * <u64>m);
  forceIm = take(8 * <u64>m);
  lanes = take(64 * <u64>m);
  phaseCounts = take(4 * <u64>PHASE_BINS * m);
  frequencyRadS = take(8 * <u64>n);
  phaseRad = take(8 * <u64>n);
  winding = take(4 * <u64>n);
  sine = take(8 * <u64>n);
  cosine = take(8 * <u64>n);
  if (withStage) {
    stageSine = take(8 * <u64>n);
    stageCosine = take(8 * <u64>n);
  }
  const pages = (end + 0xffff) >> 16;
  const own = <u64>memory.size();
  return pages <= own || (pages <= 0x10000 && memory.grow(<i32>(pages - own)) >= 0);
}

/** The next `bytes`, beginning with a line of the cache. */
function take(bytes: u64): usize {
  const place = <usize>end;
  end = (end + bytes + 63) & ~63;
  return place;
}

/** One past the last oscillator of an agent. */
@inline
export function agentEnd(agent: u32): u32 {
  return load<u32>(agentStart + 4 * agent, 4);
}

/** The agent that hosts oscillator i, looked for from `agent` on. */
export function agentAt(i: u32, agent: u32): u32 {
  while (i >= agentEnd(agent)) agent++;
  return agent;
}

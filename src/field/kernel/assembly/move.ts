/**
 * How phases move, in pairs of lanes: `src/field/schemes` has the formulas and their order of operations. Oscillators of a pair can
 * be on different agents: then each lane has a force of its own.
 */
import {
  agentEnd,
  agents,
  cosine,
  forceIm,
  forceRe,
  frequencyRadS,
  NORMALS_0,
  NORMALS_1,
  phaseRad,
  sine,
  stageCosine,
  stageSine,
  winding,
} from './memory.ts';
import { sincos, wrap } from './circle.ts';

/**
 * Adds drift·step to the phases of oscillators from … to − 1, of which the first is on `agent`, and amplitude·ξ where there is
 * noise; wraps them, works out their sines and cosines. The drift is that of the given sines and cosines.
 */
@inline
export function advance(from: u32, to: u32, agent: u32, sines: usize, cosines: usize, stepS: f64, amplitude: f64, noisy: bool): void {
  const steps = f64x2.splat(stepS);
  const amplitudes = f64x2.splat(amplitude);
  const normals = NORMALS_0 - 8 * from;
  for (let i = from; i < to; agent = nextAgent(i, agent)) {
    const re = forces(forceRe, i, agent);
    const im = forces(forceIm, i, agent);
    for (const end = pairsEnd(i, to, agent); i < end; i += 2) {
      const o = 8 * i;
      let change = f64x2.mul(drift(o, sines, cosines, re, im), steps);
      if (noisy) change = f64x2.add(change, f64x2.mul(amplitudes, v128.load(normals + o)));
      const phase = wrap(f64x2.add(v128.load(phaseRad + o), change), winding + 4 * i);
      v128.store(phaseRad + o, phase);
      sincos(phase, sine + o, cosine + o);
    }
  }
}

/**
 * Adds drift·first to the phases, which stay unwrapped, and works out sine and cosine of the inner stage, phase + drift·reach. With
 * noise amplitude·ξ₀ is added, and a₀·ξ₀ + a₁·ξ₁ for the stage. `sets`: how many ξ there are, 0, 1 or 2.
 */
@inline
export function advanceToStage(
  from: u32,
  to: u32,
  agent: u32,
  firstS: f64,
  reachS: f64,
  amplitude: f64,
  stageAmplitude0: f64,
  stageAmplitude1: f64,
  sets: i32,
): void {
  const firsts = f64x2.splat(firstS);
  const reaches = f64x2.splat(reachS);
  const amplitudes = f64x2.splat(amplitude);
  const stageAmplitudes0 = f64x2.splat(stageAmplitude0);
  const stageAmplitudes1 = f64x2.splat(stageAmplitude1);
  const normals0 = NORMALS_0 - 8 * from;
  const normals1 = NORMALS_1 - 8 * from;
  for (let i = from; i < to; agent = nextAgent(i, agent)) {
    const re = forces(forceRe, i, agent);
    const im = forces(forceIm, i, agent);
    for (const end = pairsEnd(i, to, agent); i < end; i += 2) {
      const o = 8 * i;
      const phase = v128.load(phaseRad + o);
      const slope = drift(o, sine, cosine, re, im);
      let change = f64x2.mul(slope, firsts);
      let stageChange = f64x2.mul(slope, reaches);
      if (sets > 0) {
        const xi = v128.load(normals0 + o);
        let stageNoise = f64x2.mul(stageAmplitudes0, xi);
        if (sets > 1) stageNoise = f64x2.add(stageNoise, f64x2.mul(stageAmplitudes1, v128.load(normals1 + o)));
        change = f64x2.add(change, f64x2.mul(amplitudes, xi));
        stageChange = f64x2.add(stageChange, stageNoise);
      }
      v128.store(phaseRad + o, f64x2.add(phase, change));
      sincos(wrap(f64x2.add(phase, stageChange), 0), stageSine + o, stageCosine + o);
    }
  }
}

/** ω + K Im(H e^{−iθ}). */
@inline
function drift(o: usize, sines: usize, cosines: usize, re: v128, im: v128): v128 {
  const pull = f64x2.sub(f64x2.mul(im, v128.load(cosines + o)), f64x2.mul(re, v128.load(sines + o)));
  return f64x2.add(v128.load(frequencyRadS + o), pull);
}

/** Whether of the pair at i only the first is on `agent`. */
@inline
function isShared(i: u32, agent: u32): bool {
  return i + 1 == agentEnd(agent);
}

/** The force on both lanes of the pair at i, the first of which is on `agent`. */
@inline
function forces(list: usize, i: u32, agent: u32): v128 {
  const second = isShared(i, agent) ? min(agent + 1, agents - 1) : agent;
  return v128.load64_lane(list + 8 * second, v128.load64_splat(list + 8 * agent), 1);
}

/** One past the last pair from i on that has the same forces. */
@inline
function pairsEnd(i: u32, to: u32, agent: u32): u32 {
  return isShared(i, agent) ? i + 2 : min(agentEnd(agent), to) & ~1;
}

/** The agent that oscillator i is on, from `agent` on; the last one past the end. */
@inline
function nextAgent(i: u32, agent: u32): u32 {
  while (i >= agentEnd(agent) && agent + 1 < agents) agent++;
  return agent;
}

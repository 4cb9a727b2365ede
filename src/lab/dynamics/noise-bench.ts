/** Four laws of noise, live: the paper's on the phase, one that turns, one that is reflected, and the clamp that only looks like one. */
import { atan2, PI, wrapPhase } from '../../base/math.ts';
import { powerText } from '../../base/power-text.ts';
import { createField, type Field } from '../../field/field.ts';
import { allToAll, type MeanField } from '../../field/mean-field.ts';
import { createTurning, createWallWalk, reflectedDistribution, type Turning, type WallWalk } from '../../field/noise-laws/bounded.ts';
import { histogram, vonMisesDistribution } from './histogram.ts';
import { createSteps, type Steps } from './steps.ts';
import type { Bench, Histogram, NoiseLook, NoiseSettings, TurningLook, Verdict } from './types.ts';

const seed = 42;
const walkers = 4_000;
const turners = 300;
const turningRadS = 1;
const phaseBins = 36;
const wallBins = 20;
/** Kolmogorov 1933: chance alone is further off in one case of a thousand. */
const chance = 1.95 / Math.sqrt(walkers);

interface Parts {
  readonly stepS: number;
  readonly steps: Steps;
  readonly field: Field;
  readonly exchange: MeanField;
  readonly reflected: WallWalk;
  readonly clamped: WallWalk;
  readonly exact: Turning;
  readonly tangent: Turning;
}

export function createNoiseBench(): Bench<NoiseSettings, NoiseLook> {
  let parts: Parts | undefined;
  let seen: { readonly key: string; readonly look: NoiseLook } | undefined;

  return {
    look(settings, advanceS) {
      if (parts?.stepS !== settings.stepS) parts = createParts(settings.stepS);
      const from = parts.steps.done;
      const count = parts.steps.take(advanceS);
      for (let n = 0; n < count; n++) stepAll(parts, settings, from + n);
      // To count thousands of walkers anew is only worth it when something moved.
      const key = JSON.stringify([settings, parts.steps.done]);
      if (seen?.key !== key) seen = { key, look: lookAt(parts, settings) };
      return seen.look;
    },
    restart() {
      parts = undefined;
      seen = undefined;
    },
  };
}

function createParts(stepS: number): Parts {
  const field = createField({
    seed,
    oscillators: walkers,
    agents: 1,
    frequency: { law: 'identical', centre: 0, width: 0, sampling: 'random' },
    initial: { kind: 'synchronised', r0: 0 },
    scheme: 'euler-maruyama',
    stepS,
  });
  const turning = { seed, walkers: turners, frequencyRadS: turningRadS, stepS };
  return {
    stepS,
    steps: createSteps(stepS),
    field,
    exchange: allToAll(field.agentStart),
    reflected: createWallWalk({ seed, walkers, stepS, law: 'reflected' }),
    clamped: createWallWalk({ seed, walkers, stepS, law: 'clamped' }),
    exact: createTurning({ ...turning, step: 'exact' }),
    tangent: createTurning({ ...turning, step: 'euler' }),
  };
}

function stepAll(
  { field, exchange, reflected, clamped, exact, tangent }: Parts,
  { drift, noise, coupling }: NoiseSettings,
  n: number,
): void {
  field.begin(n, coupling, exchange);
  field.finish(noise);
  reflected.step(drift, noise);
  clamped.step(drift, noise);
  exact.step(noise);
  tangent.step(noise);
}

function lookAt({ field, reflected, clamped, exact, tangent, steps }: Parts, settings: NoiseSettings): NoiseLook {
  const { drift, noise } = settings;
  const isStationary = drift > (noise * noise) / 2;
  const law = isStationary ? (x: number): number => reflectedDistribution(x, drift, noise) : undefined;
  const clampedValues = clamped.values();
  const looks = {
    additive: additiveHistogram(field, settings),
    turning: turningLook(exact),
    tangent: turningLook(tangent),
    reflected: histogram(reflected.values(), 0, 1, wallBins, law),
    clamped: histogram(clampedValues, 0, 1, wallBins, law),
    onWall: clampedValues.filter((x) => x === 1).length / walkers,
  };
  return { timeS: steps.timeS, walkers, chance, ...looks, verdict: judge(settings, steps.timeS, looks) };
}

/** Phases from their mean, whose law under coupling is von Mises', ∝ exp(κ cos θ) with κ = 2Kr/σ². */
function additiveHistogram({ phaseRad, agentRe, agentIm }: Field, { coupling, noise }: NoiseSettings): Histogram {
  const [re, im] = [agentRe[0] as number, agentIm[0] as number];
  const psi = atan2(im, re);
  const kappa = (2 * coupling * Math.sqrt(re * re + im * im)) / (noise * noise);
  const distribution = vonMisesDistribution(kappa);
  return histogram(
    phaseRad.map((phase) => wrapPhase(phase - psi)),
    -PI,
    PI,
    phaseBins,
    distribution,
  );
}

function turningLook({ re, im }: Turning): TurningLook {
  const points = new Float32Array(2 * re.length);
  let off = 0;
  for (let i = 0; i < re.length; i++) {
    const [x, y] = [re[i] as number, im[i] as number];
    points[2 * i] = x;
    points[2 * i + 1] = y;
    off = Math.max(off, Math.abs(Math.sqrt(x * x + y * y) - 1));
  }
  return { points, off };
}

type Seen = Pick<NoiseLook, 'reflected' | 'clamped' | 'onWall' | 'turning' | 'tangent'>;

/** Times the relaxation of the reflected law, 2σ²/(μ − σ²/2)², before it is judged. */
const relaxations = 6;

function judge({ drift, noise, stepS }: NoiseSettings, timeS: number, { reflected, clamped, onWall, turning, tangent }: Seen): Verdict {
  const pull = drift - (noise * noise) / 2;
  if (pull <= 0) {
    const text = `With μ = ${drift.toFixed(1)} not above σ²/2 = ${((noise * noise) / 2).toFixed(2)} the walkers drift away from the wall to 0: there is no stationary law. Raise μ or lower σ.`;
    return { tone: 'fails', text };
  }
  const turns = `Noise that turns is off the circle by ${powerText(turning.off)}, its tangent by ${powerText(tangent.off)}.`;
  const [good, bad] = [reflected.distance ?? 0, clamped.distance ?? 0];
  const distances = `With a step of ${stepS.toFixed(2)} s the reflected walkers are ${good.toFixed(3)} from their law, the clamped ones ${bad.toFixed(3)} (chance: ${chance.toFixed(3)})`;
  if (timeS < (relaxations * 2 * noise * noise) / (pull * pull))
    return { tone: 'partly', text: `${distances}; they have not settled yet. ${turns}` };
  const text = `${distances}, and ${(100 * onWall).toFixed(0)}% of them stand on the wall: a clamp is another law. ${turns}`;
  return { tone: good <= chance ? 'holds' : 'partly', text };
}

/**
 * The field in plain TypeScript, in the order of operations that the kernel keeps to. Tests hold the kernel against it bit for bit,
 * and plant errors in it.
 */
import { sincosPhases } from '../base/math.ts';
import { fillNormals, streams } from '../base/random.ts';
import { agentStarts } from './agent-starts.ts';
import type { Engine, FieldOptions } from './engine.ts';
import { sampleFrequencies } from './frequencies.ts';
import { sampleInitialPhases } from './initial.ts';
import { addToLanes, createLanes, takeLanes } from './order.ts';
import { addPhaseCounts, PHASE_BINS } from './phase-counts.ts';
import { schemes } from './schemes/registry.ts';
import type { FieldState, NormalSource, Scheme } from './schemes/scheme.ts';

/** Parts that tests put in the place of the reference's own. */
export interface ReferenceParts {
  readonly scheme?: Scheme;
  readonly normals?: NormalSource;
}

export function createReference(options: FieldOptions, parts: ReferenceParts = {}): Engine {
  const state = createState(options, parts.normals ?? seededNormals(options.seed));
  const { agents } = options;
  const phaseCounts = new Uint32Array(agents * PHASE_BINS);
  return {
    phaseRad: state.phaseRad,
    winding: state.winding,
    frequencyRadS: state.frequencyRadS,
    agentRe: state.agentRe,
    agentIm: state.agentIm,
    forceRe: new Float64Array(agents),
    forceIm: new Float64Array(agents),
    renew: () => {
      renew(state);
    },
    step: (parts.scheme ?? schemes[options.scheme])(state),
    countPhases() {
      phaseCounts.fill(0);
      addPhaseCounts(state.phaseRad, state.agentStart, phaseCounts);
      return phaseCounts;
    },
  };
}

function createState({ seed, oscillators, agents, stepS, frequency, initial }: FieldOptions, normals: NormalSource): FieldState {
  const state: FieldState = {
    stepS,
    oscillators,
    agents,
    agentStart: agentStarts(oscillators, agents),
    frequencyRadS: new Float64Array(oscillators),
    phaseRad: new Float64Array(oscillators),
    winding: new Int32Array(oscillators),
    sine: new Float64Array(oscillators),
    cosine: new Float64Array(oscillators),
    agentRe: new Float64Array(agents),
    agentIm: new Float64Array(agents),
    lanes: createLanes(agents),
    normals,
  };
  sampleFrequencies(seed, frequency, state.frequencyRadS);
  sampleInitialPhases(seed, initial, state.phaseRad);
  renew(state);
  return state;
}

function renew({ phaseRad, oscillators, sine, cosine, agentStart, lanes, agentRe, agentIm }: FieldState): void {
  sincosPhases(phaseRad, 0, oscillators, sine, cosine);
  addToLanes(sine, cosine, 0, oscillators, agentStart, 0, lanes);
  takeLanes(lanes, agentStart, agentRe, agentIm);
}

function seededNormals(seed: number): NormalSource {
  return (step, component, firstBlock, blocks, out) => {
    fillNormals(seed, streams.fieldNoise, step, component, firstBlock, blocks, out);
  };
}

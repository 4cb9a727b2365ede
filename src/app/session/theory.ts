/**
 * Keeps `theoryStore` true: asks the worker when a parameter of the field changed or the mesh fell into other parts, and only then.
 * One question at a time; of what changes meanwhile the last counts.
 */
import type { Scenario } from '../../lab/scenario/schema.ts';
import type { Frame } from '../../worker/frame.ts';
import type { Parts } from '../../worker/live-api.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { theoryStore } from '../store/theory.ts';
import { ask, ignoreLost } from './link.ts';
import { cutAt } from './values.ts';

interface Question {
  readonly scenario: Scenario;
  readonly parts: Parts;
  readonly agents: readonly number[];
  readonly generation: number;
}

let asked: Question | undefined;
/** By value: a setting elsewhere in the scenario makes its field anew. */
let askedText = '';
let asking = false;

/** Begins to follow the controls. Called once, when there is a worker. */
export function followTheory(): void {
  liveStore.subscribe((state, before) => {
    if (state.now !== before.now || state.generation !== before.generation || state.interventions !== before.interventions) follow();
  });
  follow();
}

/** Called with every frame: a cut, a heal, a crash changes who pulls whom. */
export function followParts({ generation, componentColumns: { oscillators } }: Frame): void {
  const known = asked?.parts.oscillators;
  const same = known?.length === oscillators.length && oscillators.every((count, c) => count === known[c]);
  if (!same || asked?.generation !== generation) follow();
}

function follow(): void {
  if (liveStore.getState().phase === 'lost') return;
  const question = questionOfNow();
  const text = JSON.stringify([question.scenario.field, question.parts, question.generation]);
  if (text === askedText) return;
  asked = question;
  askedText = text;
  if (!asking) askUntilTrue().catch(ignoreLost);
}

function questionOfNow(): Question {
  const { now: scenario, generation, interventions } = liveStore.getState();
  const frame = frameOf(generation);
  // Until its first frame a run counts as whole.
  if (frame === undefined)
    return { scenario, generation, parts: { oscillators: [scenario.field.oscillators] }, agents: [scenario.mesh.agents] };
  const { oscillators, agents } = frame.componentColumns;
  const shape = frame.partitioned ? cutAt(interventions, frame.timeS)?.shape : undefined;
  return { scenario, generation, parts: { oscillators: [...oscillators], shape }, agents: [...agents] };
}

async function askUntilTrue(): Promise<void> {
  asking = true;
  try {
    for (let question = asked; question !== undefined; question = question === asked ? undefined : asked) {
      const { scenario, parts, agents, generation } = question;
      const sinceS = frameOf(generation)?.timeS ?? 0;
      const prediction = await ask(async (api) => api.theory(scenario, parts));
      theoryStore.setState({ prediction, agents, sinceS });
    }
  } finally {
    asking = false;
  }
}

function frameOf(generation: number): Frame | undefined {
  const frame = currentFrame();
  return frame?.generation === generation ? frame : undefined;
}

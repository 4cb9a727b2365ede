/** A preset as a small picture: what its run looks like at a moment of it, and how its order got there. */
import type { Scenario } from '../../lab/scenario/schema.ts';
import { rowColumns } from '../../worker/frame-rows.ts';
import type { Frame } from '../../worker/frame.ts';
import type { ShownOscillators } from '../../worker/live-api.ts';
import type { SideRun } from '../session/side-run.ts';

export interface Thumbnail {
  /** Simulated time of the picture. */
  readonly timeS: number;
  /** The phases of each component, as fractions of a turn. */
  readonly circles: readonly (readonly number[])[];
  /** The order parameter at even times from 0 to `timeS`. */
  readonly order: readonly number[];
  /** Tokens pending at the same times. */
  readonly pending: readonly number[];
  /** Whether the mesh was cut, at the same times. */
  readonly cut: readonly boolean[];
}

/** Long enough to gather. */
const quietS = 20;
/** How far into a cut a picture goes: by then it shows. */
const intoCutS = 30;
/** A step of a million oscillators takes some 8 ms: this keeps the largest picture below ten seconds. */
const maxOscillatorSteps = 1e9;
const pointsShown = 140;
const samplesShown = 60;

/** When the picture of a scenario is taken. */
export function pictureTimeS({ interventions, field, stepS }: Scenario): number {
  const cut = interventions.find((intervention) => intervention.do === 'partition');
  const wantedS = cut === undefined ? quietS : cut.atS + intoCutS;
  return Math.min(wantedS, (maxOscillatorSteps / field.oscillators) * stepS);
}

/** Runs the scenario to its moment and looks; undefined where this browser cannot carry it. */
export async function takeThumbnail(run: SideRun, scenario: Scenario): Promise<Thumbnail | undefined> {
  const timeS = pictureTimeS(scenario);
  const shown = await run.start(scenario, { playing: false, speed: 1, replayToS: timeS });
  if (shown === undefined) return undefined;
  const samples: Sample[] = [];
  for (;;) {
    const frame = await run.frame();
    collect(frame, samples);
    if (Number.isNaN(frame.replayToS) && frame.rows === 0) return thumbnailOf(frame, shown, samples);
    if (frame.rows === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface Sample {
  readonly order: number;
  readonly pending: number;
  readonly cut: boolean;
}

const columns = {
  order: rowColumns.indexOf('r'),
  pending: rowColumns.indexOf('tokens_pending'),
  components: rowColumns.indexOf('components'),
};

function collect({ rows, rowValues }: Frame, samples: Sample[]): void {
  const at = (row: number, column: number): number => rowValues[row * rowColumns.length + column] ?? NaN;
  for (let row = 0; row < rows; row++) {
    samples.push({ order: at(row, columns.order), pending: at(row, columns.pending), cut: at(row, columns.components) > 1 });
  }
}

function thumbnailOf(frame: Frame, shown: ShownOscillators, samples: readonly Sample[]): Thumbnail {
  const circles = Array.from({ length: frame.components }, (): number[] => []);
  const { component } = frame.agentColumns;
  for (const i of evenly(frame.phases.length, pointsShown)) {
    const circle = circles[component[shown.agent[i] ?? -1] ?? -1];
    circle?.push((frame.phases[i] ?? 0) / 65_536);
  }
  const chosen = evenly(samples.length, samplesShown).flatMap((i) => samples[i] ?? []);
  return {
    timeS: frame.timeS,
    circles,
    order: chosen.map(({ order }) => order),
    pending: chosen.map(({ pending }) => pending),
    cut: chosen.map(({ cut }) => cut),
  };
}

/** At most `wanted` of the numbers from 0 to `length` − 1, the first and the last among them. */
export function evenly(length: number, wanted: number): readonly number[] {
  const count = Math.min(length, wanted);
  return Array.from({ length: count }, (_, k) => (count === 1 ? 0 : Math.round((k * (length - 1)) / (count - 1))));
}

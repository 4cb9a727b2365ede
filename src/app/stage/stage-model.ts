/**
 * What both stages, the one in space and the flat one, draw from: the newest frame, heights, densities and colours,
 * brought up to date once a draw. Allocated once; a draw writes into it.
 */
import type { Frame } from '../../worker/frame.ts';
import { maxShown } from '../../worker/frame.ts';
import type { ShownOscillators } from '../../worker/live-api.ts';
import { agentColour, diverging, fillTable, makeTable, twilight, writeColour, type ColourTable } from './colour-maps.ts';
import { createDensity, type Density } from './density.ts';
import { frequencyScale, writePlaces, type FrequencyScale } from './frequency-scale.ts';
import { createLevels, maxAgents, type Levels } from './levels.ts';
import { componentColour, type StageTheme } from './stage-theme.ts';

export const colourings = ['frequency', 'agent', 'component', 'phase'] as const;
export type ColourBy = (typeof colourings)[number];

/** What chooses the entry of the colour table: the oscillator's own place, its agent, its phase. */
export const colouringBy = { place: 0, agent: 1, phase: 2 } as const;

export interface StageModel {
  readonly frame: Frame;
  /** Since the draw before; no longer than a tenth of a second. */
  readonly elapsedS: number;
  readonly shown: ShownOscillators;
  readonly levels: Levels;
  readonly density: Density;
  readonly densityShown: boolean;
  readonly theme: StageTheme;
  readonly colourBy: ColourBy;
  /** One of `colouringBy`. */
  readonly colouring: number;
  readonly colours: ColourTable;
  /** Counts the changes of `colours`. */
  readonly coloursVersion: number;
  /** Shape [maxShown]: place of each shown oscillator on the scale of the frequencies. */
  readonly places: Uint8Array;
  /** Share of the frame's points that is drawn: below 1 where the machine is too slow for all. */
  readonly share: number;
}

export interface DrawInput {
  readonly frame: Frame;
  readonly shown: ShownOscillators;
  readonly nowMs: number;
  readonly theme: StageTheme;
  readonly colourBy: ColourBy;
  readonly share: number;
  /** Without easing, for those who asked for less motion. */
  readonly still: boolean;
}

export interface LiveStageModel {
  readonly model: StageModel;
  readonly scale: FrequencyScale;
  update(input: DrawInput): void;
}

/** A pause in which nothing was drawn is no time in which things moved. */
const longestStepS = 0.1;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function createStageModel(first: DrawInput): LiveStageModel {
  const model: Mutable<StageModel> = {
    frame: first.frame,
    elapsedS: 0,
    shown: first.shown,
    levels: createLevels(),
    density: createDensity(),
    densityShown: false,
    theme: first.theme,
    colourBy: first.colourBy,
    colouring: 0,
    colours: makeTable(),
    coloursVersion: 0,
    places: new Uint8Array(maxShown),
    share: 1,
  };
  const colouredComponent = new Int16Array(maxAgents);
  let scale: FrequencyScale = { medianRadS: 0, reachRadS: 0 };
  let shownBefore: ShownOscillators | undefined;
  let colouredFor: { readonly theme: StageTheme; readonly colourBy: ColourBy } | undefined;
  let lastMs: number | undefined;

  function update(input: DrawInput): void {
    const elapsedS = lastMs === undefined ? 0 : Math.min(longestStepS, Math.max(0, (input.nowMs - lastMs) / 1000));
    lastMs = input.nowMs;
    const { frame, shown, theme, colourBy } = input;
    model.frame = frame;
    model.elapsedS = elapsedS;
    model.shown = shown;
    model.theme = theme;
    model.colourBy = colourBy;
    model.share = input.share;
    if (shown !== shownBefore) {
      shownBefore = shown;
      scale = frequencyScale(shown.frequencyRadS);
      writePlaces(model.places, shown.frequencyRadS, scale);
    }
    model.levels.advance(frame.agentColumns.component, frame.components, elapsedS, input.still);
    model.densityShown = frame.phaseCounts.length > 0;
    if (model.densityShown) model.density.advance(frame.phaseCounts, model.levels.agentComponent, input.still ? 0 : elapsedS);
    colour(theme, colourBy);
  }

  function colour(theme: StageTheme, colourBy: ColourBy): void {
    const known = colouredFor?.theme === theme && colouredFor.colourBy === colourBy;
    if (known && (colourBy !== 'component' || sameComponents())) return;
    colouredFor = { theme, colourBy };
    model.coloursVersion += 1;
    model.colouring = colourBy === 'frequency' ? colouringBy.place : colourBy === 'phase' ? colouringBy.phase : colouringBy.agent;
    const { colours } = model;
    if (colourBy === 'frequency') fillTable(colours, (share) => diverging(share, theme.dark), false);
    if (colourBy === 'phase') fillTable(colours, (turn) => twilight(turn, theme.dark), true);
    if (colourBy === 'agent') for (let a = 0; a < maxAgents; a++) writeColour(colours, a, agentColour(a, theme.dark));
    if (colourBy === 'component') {
      colouredComponent.set(model.levels.agentComponent);
      for (let a = 0; a < maxAgents; a++) writeColour(colours, a, componentColour(theme, colouredComponent[a] as number));
    }
  }

  function sameComponents(): boolean {
    const { agentComponent } = model.levels;
    for (let a = 0; a < maxAgents; a++) if (agentComponent[a] !== colouredComponent[a]) return false;
    return true;
  }

  return {
    model,
    get scale() {
      return scale;
    },
    update,
  };
}

/** The lines, arrows and crowns of the stage, put together from the model anew in every draw. */
import type { Arrows } from './arrows.ts';
import { bandRadius, bandsOf } from './bands.ts';
import { crownLean, crownReach, type Crowns } from './crowns.ts';
import { maxDensities } from './density.ts';
import type { Rgb } from './oklab.ts';
import type { StageModel } from './stage-model.ts';
import { componentColour } from './stage-theme.ts';
import type { Strokes } from './strokes.ts';

/** Every 30°; those at quarter turns are longer. */
const ticks = 12;
const tickReach = 0.035;
const quarterTickReach = 0.075;
/** With more agents their bands are closer than lines can be told apart. */
const maxBandLines = 40;
/** Circles of a large stack are too close together for ticks. */
const maxTickedCircles = 6;
export const strokeCapacity = 1_024;

/** Between the outermost band and the foot of the crown, in radii. */
const crownGap = 0.035;

/** Outer edge of all that is drawn. */
export function figureRadius({ frame, densityShown }: StageModel): number {
  return bandsOf(frame.agents).outermost + (densityShown ? crownGap + crownLean * crownReach : 0.03);
}

function crownFoot(agents: number): number {
  return bandsOf(agents).outermost + crownGap;
}

export function drawStrokes(strokes: Strokes, model: StageModel): void {
  const { frame, levels, theme } = model;
  const { spacing } = bandsOf(frame.agents);
  const bandAlpha = theme.dark ? 0.13 : 0.16;
  if (frame.agents <= maxBandLines) {
    for (let a = 0; a < frame.agents; a++) {
      const alpha = bandAlpha * (0.35 + 0.65 * (levels.agentPresence[a] as number));
      strokes.circle(bandRadius(a, spacing), levels.agentLevel[a] as number, 0.75, theme.ink, alpha);
    }
  }
  for (let c = 0; c < levels.circles; c++) {
    drawCircle(strokes, model, c);
  }
  if (levels.reach > 0.01) strokes.pole(-levels.reach, levels.reach, 1, theme.ink, Math.min(0.22, 0.4 * levels.reach));
}

function drawCircle(strokes: Strokes, { levels, theme }: StageModel, circle: number): void {
  const level = levels.circleLevel[circle] as number;
  const presence = levels.circlePresence[circle] as number;
  // A tall stack of full lines would hide the points.
  const strength = Math.min(1, 0.35 + 4 / levels.circles);
  strokes.circle(1, level, 1.5, theme.ink, (theme.dark ? 0.42 : 0.5) * strength * presence);
  strokes.circle(0.016, level, 2, theme.ink, 0.5 * presence);
  if (levels.circles > maxTickedCircles) return;
  for (let tick = 0; tick < ticks; tick++) {
    const quarter = tick % 3 === 0;
    strokes.spoke(
      (tick / ticks) * 2 * Math.PI,
      1 - (quarter ? quarterTickReach : tickReach),
      1,
      level,
      1,
      theme.ink,
      (quarter ? 0.55 : 0.3) * presence,
    );
  }
}

export function drawArrows(arrows: Arrows, model: StageModel): void {
  const { frame, levels, theme } = model;
  arrows.begin();
  if (frame.components > 1) {
    const { r, psiRad } = frame.componentColumns;
    for (let c = 0; c < frame.components; c++) {
      const alpha = levels.circlePresence[c] as number;
      arrows.add(r[c] as number, psiRad[c] as number, levels.circleLevel[c] as number, 0.0105, memberColour(model, c), alpha);
    }
  }
  arrows.add(frame.r, frame.psiRad, 0, 0.0155, theme.accent, 1);
  arrows.end();
}

export function drawCrowns(crowns: Crowns, model: StageModel): void {
  const { frame, levels, densityShown } = model;
  if (densityShown && frame.components <= maxDensities) {
    for (let c = 0; c < levels.circles; c++) {
      crowns.add(
        c,
        crownFoot(frame.agents),
        levels.circleLevel[c] as number,
        memberColour(model, c),
        0.8 * (levels.circlePresence[c] as number),
      );
    }
  }
  crowns.end();
}

/** Components have their own colours only where the points have them too: elsewhere such a colour would mean something else. */
function memberColour({ colourBy, theme }: StageModel, component: number): Rgb {
  return colourBy === 'component' ? componentColour(theme, component) : theme.ink;
}

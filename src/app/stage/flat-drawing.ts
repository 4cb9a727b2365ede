/** Draws the model on a 2D canvas: circles, density, points, arrows, angles. */
import { bandRadius, bandsOf } from './bands.ts';
import { tableSize } from './colour-maps.ts';
import { densityBins, densityHeight, maxDensities } from './density.ts';
import { cellAt, type Cell } from './flat-layout.ts';
import { cssColour } from './oklab.ts';
import { pointDiameter } from './point-size.ts';
import { colouringBy, type StageModel } from './stage-model.ts';

/** Points that a 2D canvas without a graphics card draws beside everything else that the page does. */
export const flatBudget = 2_500;
/** Points are filled colour by colour; every fourth colour of the table is as many as the eye tells apart. */
const colourStep = 4;
const colourGroups = tableSize / colourStep;
/** More are closer than lines can be told apart. */
const maxBandLines = 40;
const radPerUnit = (2 * Math.PI) / 65_536;
const angles = [
  { text: '0', x: 1, y: 0 },
  { text: 'π/2', x: 0, y: -1 },
  { text: 'π', x: -1, y: 0 },
  { text: '3π/2', x: 0, y: 1 },
];

const groupOf = new Uint8Array(flatBudget);
const agentOf = new Uint8Array(flatBudget);
const phaseOf = new Uint16Array(flatBudget);

export function drawFlat(context: CanvasRenderingContext2D, model: StageModel, width: number, height: number): void {
  const { frame, theme } = model;
  const cells = Array.from({ length: frame.components }, (_, c) => cellAt(c, frame.components, width, height));
  for (const [c, cell] of cells.entries()) {
    drawCircle(context, model, cell);
    if (model.densityShown && c < maxDensities) drawDensity(context, model, c, cell);
  }
  drawPoints(context, model, cells);
  const several = cells.length > 1;
  const { r, psiRad, agents } = frame.componentColumns;
  for (const [c, cell] of cells.entries()) {
    if (several) {
      drawArrow(context, cell, r[c] as number, psiRad[c] as number, cssColour(theme.ink), 2);
      context.fillStyle = cssColour(theme.ink, 0.8);
      const count = agents[c] as number;
      context.fillText(
        `${count} ${count === 1 ? 'agent' : 'agents'} · r ${(r[c] as number).toFixed(2)}`,
        cell.x,
        cell.y + 1.45 * cell.radius,
      );
    }
    // The whole's arrow stands in every circle, so that each is compared with it.
    drawArrow(context, cell, frame.r, frame.psiRad, cssColour(theme.accent), several ? 2 : 3.5);
  }
}

function drawCircle(context: CanvasRenderingContext2D, { frame, theme }: StageModel, { x, y, radius }: Cell): void {
  context.strokeStyle = cssColour(theme.ink, 0.4);
  context.lineWidth = 1;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  if (radius < 60) return;
  const { spacing } = bandsOf(frame.agents);
  context.strokeStyle = cssColour(theme.ink, 0.1);
  for (let a = 0; a < frame.agents && frame.agents <= maxBandLines; a++) {
    context.beginPath();
    context.arc(x, y, radius * bandRadius(a, spacing), 0, 2 * Math.PI);
    context.stroke();
  }
  context.fillStyle = cssColour(theme.inkFaint);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const angle of angles) context.fillText(angle.text, x + 0.88 * radius * angle.x, y + 0.88 * radius * angle.y);
}

function drawDensity(
  context: CanvasRenderingContext2D,
  { frame, density, theme }: StageModel,
  component: number,
  { x, y, radius }: Cell,
): void {
  const foot = bandsOf(frame.agents).outermost + 0.02;
  context.beginPath();
  for (let bin = 0; bin <= densityBins; bin++) {
    const value = density.values[component * densityBins + (bin % densityBins)] as number;
    const away = radius * (foot + 0.2 * densityHeight(value));
    const angle = ((bin + 0.5) / densityBins) * 2 * Math.PI;
    context.lineTo(x + away * Math.cos(angle), y - away * Math.sin(angle));
  }
  context.strokeStyle = cssColour(theme.ink, 0.6);
  context.lineWidth = 1.25;
  context.stroke();
}

function drawPoints(context: CanvasRenderingContext2D, model: StageModel, cells: readonly Cell[]): void {
  const { frame, levels, shown } = model;
  const available = Math.min(frame.phases.length, shown.agent.length);
  const drawn = Math.min(available, flatBudget);
  for (let k = 0; k < drawn; k++) {
    const i = Math.floor((k * available) / drawn);
    const phase = frame.phases[i] as number;
    const agent = shown.agent[i] as number;
    const entry =
      model.colouring === colouringBy.place ? (model.places[i] as number) : model.colouring === colouringBy.agent ? agent : phase >> 8;
    phaseOf[k] = phase;
    agentOf[k] = agent;
    groupOf[k] = model.colouring === colouringBy.agent ? entry : Math.floor(entry / colourStep);
  }
  const { spacing } = bandsOf(frame.agents);
  const size = Math.max(1.5, 0.8 * pointDiameter(drawn));
  const groups = model.colouring === colouringBy.agent ? frame.agents : colourGroups;
  for (let group = 0; group < groups; group++) {
    context.fillStyle = groupColour(model, group);
    context.beginPath();
    for (let k = 0; k < drawn; k++) {
      if (groupOf[k] !== group) continue;
      const agent = agentOf[k] as number;
      const cell = cells[levels.agentComponent[agent] as number];
      if (cell === undefined) continue;
      const away = cell.radius * bandRadius(agent, spacing);
      const angle = (phaseOf[k] as number) * radPerUnit;
      // A crashed agent's points are half as large.
      const side = (levels.agentPresence[agent] as number) < 0.5 ? size / 2 : size;
      const x = cell.x + away * Math.cos(angle);
      const y = cell.y - away * Math.sin(angle);
      // By themselves: as parts of one path squares would be joined by its edges, many times as slow.
      if (side < 3) context.fillRect(x - side / 2, y - side / 2, side, side);
      else {
        context.moveTo(x + side / 2, y);
        context.arc(x, y, side / 2, 0, 2 * Math.PI);
      }
    }
    context.fill();
  }
}

function groupColour({ colouring, colours }: StageModel, group: number): string {
  const entry = 4 * (colouring === colouringBy.agent ? group : group * colourStep + colourStep / 2);
  return cssColour([(colours[entry] as number) / 255, (colours[entry + 1] as number) / 255, (colours[entry + 2] as number) / 255]);
}

function drawArrow(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Cell,
  r: number,
  psiRad: number,
  colour: string,
  width: number,
): void {
  const length = r * radius;
  const head = Math.min(5 * width, 0.7 * length);
  context.save();
  context.translate(x, y);
  context.rotate(-psiRad);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(Math.max(0, length - head), 0);
  context.stroke();
  context.beginPath();
  context.moveTo(length, 0);
  context.lineTo(length - head, 0.38 * head);
  context.lineTo(length - head, -0.38 * head);
  context.fill();
  context.restore();
}

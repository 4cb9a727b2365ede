/** Draws the agents: a disc with its number, an arc for the tokens that wait, Lamport time beside it; walls and groups. */
import { format } from 'd3-format';
import type { Frame } from '../../worker/frame.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import { maxLabelled, type MeshLayout } from './layout.ts';
import type { Places } from './places.ts';

export interface AgentScene {
  readonly frame: Pick<Frame, 'agentColumns'>;
  readonly layout: MeshLayout;
  readonly places: Places;
  readonly theme: PlotTheme;
  readonly selected: number | undefined;
  /** The agent that is dragged, and the group that it would join. */
  readonly dragged: number | undefined;
  readonly target: number | 'alone' | undefined;
}

const turnRad = 2 * Math.PI;
const topRad = -Math.PI / 2;
/** Below this radius a number does not fit into a disc. */
const numberedPx = 7;
/** How far the numbers above or below an agent begin on its inner side. */
const inwardPx = 10;
/** Round who hears no quorum. */
const dashPx = [3, 2.5];
const solid: number[] = [];

export function drawWalls(context: CanvasRenderingContext2D, { layout, theme }: Pick<AgentScene, 'layout' | 'theme'>): void {
  const { wallsRad, centreX, centreY, radiusX, radiusY } = layout;
  if (wallsRad.length === 0) return;
  context.beginPath();
  for (const rad of wallsRad) {
    context.moveTo(centreX, centreY);
    context.lineTo(centreX + 1.2 * radiusX * Math.cos(rad), centreY + 1.2 * radiusY * Math.sin(rad));
  }
  context.strokeStyle = theme.bandLine;
  context.lineWidth = 2.5;
  context.lineCap = 'round';
  context.stroke();
}

export function drawAgents(context: CanvasRenderingContext2D, scene: AgentScene): void {
  const { layout } = scene;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let agent = 0; agent < layout.agents; agent++) if (agent !== scene.dragged) drawAgent(context, scene, agent);
  if (scene.dragged !== undefined) drawAgent(context, scene, scene.dragged);
  if (layout.groups > 1 && layout.groups <= 4) drawGroupNames(context, scene);
}

function drawAgent(context: CanvasRenderingContext2D, scene: AgentScene, agent: number): void {
  const { frame, layout, places, theme } = scene;
  const { up, paused, hearsQuorum, pending } = frame.agentColumns;
  const x = places.x[agent] as number;
  const y = places.y[agent] as number;
  const { discPx } = layout;
  const isUp = up[agent] === 1;
  const hears = hearsQuorum[agent] === 1;
  const inTarget = scene.target !== undefined && agent !== scene.dragged && layout.group[agent] === scene.target;

  context.beginPath();
  context.arc(x, y, discPx, 0, turnRad);
  context.fillStyle = theme.surface;
  context.fill();
  const isDashed = isUp && !hears;
  if (isDashed) context.setLineDash(dashPx);
  context.lineWidth = inTarget ? 3 : 1.5;
  context.strokeStyle = !isUp ? theme.colour('--line-strong') : inTarget ? theme.colour('--accent') : hears ? theme.ink : theme.bandLine;
  context.stroke();
  if (isDashed) context.setLineDash(solid);

  if (isUp) drawBacklog(context, theme, x, y, discPx, pending[agent] as number);
  if (agent === scene.selected) {
    context.beginPath();
    context.arc(x, y, discPx + 6.5, 0, turnRad);
    context.lineWidth = 2;
    context.strokeStyle = theme.colour('--accent');
    context.stroke();
  }
  if (!isUp) drawCross(context, theme, x, y, 0.55 * discPx);
  else if (paused[agent] === 1) drawBars(context, theme, x, y, 0.45 * discPx);
  else if (discPx >= numberedPx) {
    context.fillStyle = hears ? theme.ink : theme.inkMuted;
    context.fillText(String(agent), x, y + 0.5);
  }
  if (layout.labels !== undefined) drawPlace(context, scene, agent, x, y);
  else if (layout.agents <= maxLabelled) drawNumbers(context, scene, agent, x, y);
}

/** A thousand tokens close the ring; by the logarithm, so that three or four still show. */
function drawBacklog(context: CanvasRenderingContext2D, theme: PlotTheme, x: number, y: number, discPx: number, pending: number): void {
  const share = Math.min(1, Math.log10(1 + pending) / 3);
  if (share === 0) return;
  context.beginPath();
  context.arc(x, y, discPx + 2.75, topRad, topRad + share * turnRad);
  context.lineWidth = 2.5;
  context.strokeStyle = theme.colour('--series-pending');
  context.stroke();
}

function drawCross(context: CanvasRenderingContext2D, theme: PlotTheme, x: number, y: number, half: number): void {
  context.beginPath();
  context.moveTo(x - half, y - half);
  context.lineTo(x + half, y + half);
  context.moveTo(x + half, y - half);
  context.lineTo(x - half, y + half);
  context.lineWidth = 2;
  context.strokeStyle = theme.colour('--danger');
  context.stroke();
}

function drawBars(context: CanvasRenderingContext2D, theme: PlotTheme, x: number, y: number, half: number): void {
  context.fillStyle = theme.ink;
  context.fillRect(x - 0.8 * half, y - half, 0.55 * half, 2 * half);
  context.fillRect(x + 0.25 * half, y - half, 0.55 * half, 2 * half);
}

/** Lamport time and backlog, on the outer side. */
function drawNumbers(context: CanvasRenderingContext2D, { frame, layout, theme }: AgentScene, agent: number, x: number, y: number): void {
  const { clock, pending, up } = frame.agentColumns;
  const away = layout.discPx + 8;
  const dx = (x - layout.centreX) / layout.radiusX;
  const dy = (y - layout.centreY) / layout.radiusY;
  // At the top and at the foot the numbers stand above and below, else beside; of two that are neighbours there, apart.
  const beside = Math.abs(dx) > 0.35;
  const side = Math.abs(dx) > 0.02 ? Math.sign(dx) : 0;
  context.textAlign = side === 0 ? 'center' : side > 0 ? 'left' : 'right';
  const textX = x + side * (beside ? away : -inwardPx);
  const textY = beside ? y + 5 * dy : y + Math.sign(dy) * (away + 9);
  context.fillStyle = theme.inkMuted;
  context.fillText(lamport(clock[agent] as number), textX, textY - 6);
  const waiting = pending[agent] as number;
  if (up[agent] === 1 && waiting > 0) {
    context.fillStyle = theme.colour('--series-pending');
    context.fillText(compact(waiting), textX, textY + 6);
  }
  context.textAlign = 'center';
}

/** On the map: the region, and Lamport time under it. */
function drawPlace(context: CanvasRenderingContext2D, { frame, layout, theme }: AgentScene, agent: number, x: number, y: number): void {
  const label = layout.labels?.[agent];
  if (label === undefined) return;
  const { dx, dy, align, text } = label;
  context.textAlign = align;
  context.fillStyle = theme.ink;
  context.fillText(text, x + dx, y + dy - 6);
  context.fillStyle = theme.inkMuted;
  context.fillText(lamport(frame.agentColumns.clock[agent] as number), x + dx, y + dy + 6);
  context.textAlign = 'center';
}

/** Clocks of one run are near each other: its last digits tell an agent from the others. */
export function lamport(clock: number): string {
  const digits = grouped(clock);
  return `L ${digits.length <= 7 ? digits : `…${digits.slice(-7)}`}`;
}

const grouped = format(',');

function compact(count: number): string {
  return count < 100_000 ? String(count) : `${String(Math.floor(count / 1_000))}k`;
}

function drawGroupNames(context: CanvasRenderingContext2D, { frame, layout, theme, target }: AgentScene): void {
  const { hearsQuorum } = frame.agentColumns;
  for (let group = 0; group < layout.groups; group++) {
    let members = 0;
    let hear = 0;
    for (let agent = 0; agent < layout.agents; agent++) {
      if (layout.group[agent] !== group) continue;
      members++;
      hear += hearsQuorum[agent] as number;
    }
    const size = `${String(members)} of ${String(layout.agents)}`;
    const state = hear > 0 ? 'quorum' : 'no quorum';
    const { x, y } = layout.names[group] as MeshLayout['names'][number];
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeStyle = theme.surface;
    context.strokeText(size, x, y - 7);
    context.strokeText(state, x, y + 7);
    context.fillStyle = target === group ? theme.colour('--accent') : hear > 0 ? theme.ink : theme.bandLine;
    context.fillText(size, x, y - 7);
    context.fillText(state, x, y + 7);
  }
}

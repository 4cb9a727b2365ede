/** The picture of the mesh, kept up to date by the frame loop: layout, messages, agents, and what is told of them. */
import { messageKinds } from '../../lab/run/types.ts';
import type { Frame } from '../../worker/frame.ts';
import { onDraw, requestDraw } from '../frame-loop.ts';
import { liveStore } from '../store/live.ts';
import { fitCanvas } from '../plots/plot-canvas.ts';
import { readPlotTheme } from '../plots/plot-theme.ts';
import { onThemeChange } from '../plots/theme-change.ts';
import { prefersStillness } from '../stage/motion.ts';
import { writeText } from '../widgets/write-text.ts';
import { createCounts } from './counts.ts';
import { drawAgents, drawWalls } from './draw-agents.ts';
import { drawMessages } from './draw-messages.ts';
import { ringLayout, type MeshLayout } from './layout.ts';
import type * as World from './map/world.ts';
import { meshStore, setStanding } from './mesh-state.ts';
import { easePlaces } from './places.ts';
import { followPointer } from './pointer.ts';
import { makeSprites } from './sprites.ts';
import { agentText, meshSummary, noteText, standing } from './summary.ts';

export interface MeshElements {
  /** Holds canvas and buttons: where the pointer is followed. */
  readonly area: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** One button an agent, in the order of their numbers. */
  readonly buttons: readonly HTMLElement[];
  /** Where each kind's count is written, in the order of `messageKinds`. */
  readonly counts: readonly HTMLElement[];
  readonly summary: HTMLElement;
  /** Told at once, politely: changes seldom. */
  readonly news: HTMLElement;
  /** Says how many messages are lost, and when only a part of them is drawn. */
  readonly note: HTMLElement;
}

const tellEveryMs = 2_000;

/** Draws the mesh into `elements` until the answer is called. */
export function mountMesh(elements: MeshElements): () => void {
  const style = getComputedStyle(document.documentElement);
  const font = `11px ${style.getPropertyValue('--font')}`;
  let theme = readPlotTheme(style);
  let sprites = makeSprites(theme);
  let layout: MeshLayout | undefined;
  let places = { x: new Float64Array(0), y: new Float64Array(0) };
  /** Whether the picture has got another size since it was laid out. */
  let resized = true;
  let drawnMs = 0;
  let toldMs = -Infinity;
  const hidden = new Uint8Array(messageKinds.length);
  /** The code and the outline of the map come when it is first asked for. */
  let world: typeof World | undefined;
  const counts = createCounts(elements.counts);
  const fitted = fitCanvas(elements.canvas, font, () => {
    resized = true;
    requestDraw();
  });
  const pointer = followPointer(elements.area, () => layout);

  function draw(frame: Frame, nowMs: number): void {
    const context = fitted.begin();
    if (context === undefined) return;
    const elapsedMs = nowMs - drawnMs;
    drawnMs = nowMs;
    const wanted = world !== undefined && onMap() ? world.mapLayout : ringLayout;
    layout = !resized && fits(layout, frame, wanted !== ringLayout) ? layout : relayout(frame, wanted);
    const { dragged, target, x, y } = pointer.drag;
    const moving = easePlaces(places, layout, prefersStillness() ? Infinity : elapsedMs);
    if (dragged !== undefined && dragged < layout.agents) {
      places.x[dragged] = x;
      places.y[dragged] = y;
    }
    if (layout.map !== undefined)
      world?.drawMap(context, { layout, map: layout.map, places, theme, hearsQuorum: frame.agentColumns.hearsQuorum });
    drawWalls(context, { layout, theme });
    drawMessages(context, { frame, layout, places, sprites, hidden, theme });
    drawAgents(context, { frame, layout, places, theme, selected: meshStore.getState().selected, dragged, target });
    counts.update(frame, nowMs);
    if (moving || dragged !== undefined) requestDraw();
    if (nowMs - toldMs < tellEveryMs) return;
    toldMs = nowMs;
    tell(frame);
  }

  function relayout(frame: Frame, layoutOf: typeof ringLayout): MeshLayout {
    const next = layoutOf(frame.agentColumns.group, fitted.widthPx, fitted.heightPx);
    // A picture of another size or of other agents begins where it wants to be.
    if (resized || places.x.length !== next.agents) places = { x: next.x.slice(), y: next.y.slice() };
    resized = false;
    elements.buttons.forEach((button, agent) => {
      button.style.translate = `${(next.x[agent] ?? 0).toFixed(1)}px ${(next.y[agent] ?? 0).toFixed(1)}px`;
    });
    return next;
  }

  /** Agents walk to where they stand now. */
  function stand(): void {
    requestDraw();
    if (world !== undefined || !onMap()) return;
    import('./map/world.ts').then(
      (module) => {
        world = module;
        stand();
      },
      // Without network the ring stays.
      () => setStanding('ring'),
    );
  }

  function tell(frame: Frame): void {
    writeText(elements.summary, meshSummary(frame));
    writeText(elements.news, standing(frame));
    writeText(elements.note, noteText(frame));
    elements.buttons.forEach((button, agent) => {
      if (agent < frame.agents && button.firstElementChild !== null) writeText(button.firstElementChild, agentText(agent, frame));
    });
  }

  const stops = [
    fitted.stop,
    pointer.stop,
    onDraw(draw),
    onThemeChange(() => {
      theme = readPlotTheme(style);
      sprites = makeSprites(theme);
      requestDraw();
    }),
    meshStore.subscribe((state, before) => {
      if (state.standing !== before.standing) stand();
      messageKinds.forEach((kind, i) => {
        hidden[i] = Number(state.hidden.has(kind));
      });
      requestDraw();
    }),
  ];
  stand();
  return () => {
    for (const stop of stops) stop();
  };
}

function onMap(): boolean {
  return meshStore.getState().standing === 'map' && liveStore.getState().scenario.mesh.latency.kind === 'regions';
}

/** Whether a layout still shows who stands with whom. */
function fits(layout: MeshLayout | undefined, { agents, agentColumns }: Frame, asMap: boolean): layout is MeshLayout {
  if (layout?.agents !== agents || (layout.map !== undefined) !== asMap) return false;
  for (let agent = 0; agent < agents; agent++) if (layout.group[agent] !== agentColumns.group[agent]) return false;
  return true;
}

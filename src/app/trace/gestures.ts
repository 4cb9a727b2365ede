/** Mouse, touch and keys on the diagram: drag to pan, wheel or two fingers to zoom, a click chooses, the cut has handles. */
import type { Diagram, Pane } from './diagram.ts';
import { choose, chooseNeighbour, goTo, pan, setCut, setFollows, showWhole, snapCut, toggleCut, zoom } from './actions.ts';
import { overviewX } from './draw-overview.ts';
import { isShown, valueOf, xOf, yOf, yOfRow, type Layout } from './layout.ts';
import { traceStore } from './trace-store.ts';

/** A finger or a hand is not quite still when it clicks. */
const clickPx = 4;
const reachPx = 14;

interface Pointer {
  x: number;
  y: number;
}

export function listenToDiagram(canvas: HTMLCanvasElement, diagram: Diagram): () => void {
  const pointers = new Map<number, Pointer>();
  let moved = 0;
  let grabbed: 'window' | 'cut' | number = 'window';

  const upper = (): Layout => diagram.panes()[0].layout;
  const place = (event: PointerEvent | WheelEvent): Pointer => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function down(event: PointerEvent): void {
    canvas.setPointerCapture(event.pointerId);
    const at = place(event);
    pointers.set(event.pointerId, at);
    moved = 0;
    grabbed = pointers.size > 1 ? 'window' : grabbedAt(upper(), at);
  }

  function move(event: PointerEvent): void {
    const before = pointers.get(event.pointerId);
    const at = place(event);
    const layout = upper();
    if (before === undefined) {
      const over = grabbedAt(layout, at);
      canvas.style.cursor = over === 'window' ? '' : 'ew-resize';
      return;
    }
    const [dx, dy] = [at.x - before.x, at.y - before.y];
    moved += Math.abs(dx) + Math.abs(dy);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, at);
    if (other !== undefined) {
      const factor = Math.max(8, Math.abs(before.x - other.x)) / Math.max(8, Math.abs(at.x - other.x));
      zoom(factor, valueOf(layout, (at.x + other.x) / 2));
    } else if (moved < clickPx) return;
    else if (grabbed === 'window') pan(-dx / (layout.right - layout.left));
    else dragCut(layout, grabbed, valueOf(layout, at.x), dx);
  }

  function up(event: PointerEvent): void {
    const at = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (at !== undefined && pointers.size === 0 && moved < clickPx && event.type === 'pointerup') chooseNearest(diagram, at);
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const layout = upper();
    const { left, right } = layout;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan((event.deltaX + event.deltaY) / (right - left));
    // A notch of a wheel is about 100 pixels: a fifth nearer or farther.
    else zoom(Math.exp(Math.max(-300, Math.min(300, event.deltaY)) / 500), valueOf(layout, place(event).x));
  }

  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('wheel', wheel, { passive: false });
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', up);
    canvas.removeEventListener('wheel', wheel);
  };
}

/** A handle of the cut (its row), the cut between its handles, or else the window. */
function grabbedAt(layout: Layout, { x, y }: Pointer): 'window' | 'cut' | number {
  const { cut } = traceStore.getState();
  if (cut === undefined) return 'window';
  const row = Math.floor((y - layout.top) / layout.rowPx);
  const lane = layout.lanes[row];
  if (lane === undefined) return 'window';
  if (Math.abs(x - xOf(layout, cut[lane.agents[0] ?? 0] ?? NaN)) > 8) return 'window';
  return layout.rowPx >= 9 && Math.abs(y - yOfRow(layout, row)) <= Math.min(8, layout.rowPx / 3) ? row : 'cut';
}

function dragCut(layout: Layout, grabbed: 'cut' | number, value: number, dx: number): void {
  const { cut } = traceStore.getState();
  if (cut === undefined) return;
  const by = valueOf(layout, layout.left + dx) - layout.from;
  const agents = typeof grabbed === 'number' ? layout.lanes[grabbed]?.agents : undefined;
  setCut(cut.map((one, agent) => (agents === undefined ? one + by : agents.includes(agent) ? value : one)));
}

/** The event whose mark is nearest; none when none is within reach. */
function chooseNearest(diagram: Diagram, at: Pointer): void {
  const panes = diagram.panes();
  const pane = panes.find(({ layout }) => at.y <= layout.bottom) ?? panes[0];
  const { layout, sight, source } = pane;
  const told = sight?.view.told;
  let best: number | undefined;
  let bestPx = reachPx;
  told?.event.forEach((event, i) => {
    const agent = told.agent[i] as number;
    if (!isShown(layout, agent)) return;
    const distancePx = Math.hypot(xOf(layout, told.x[i] as number) - at.x, yOf(layout, agent) - at.y);
    if (distancePx >= bestPx) return;
    best = event;
    bestPx = distancePx;
  });
  choose(best, source);
}

/** The strip below: a press or a drag brings that place into sight. */
export function listenToOverview(canvas: HTMLCanvasElement, diagram: Diagram): () => void {
  const go = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    const { window, extent } = traceStore.getState();
    const { layout } = diagram.panes()[0];
    const [x0, x1] = [0, 1].map((more) => overviewX({ extent, window, layout }, extent.from + more)) as [number, number];
    const x = event.clientX - canvas.getBoundingClientRect().left;
    goTo(extent.from + (x - x0) / (x1 - x0), window.to - window.from);
  };
  const down = (event: PointerEvent): void => {
    canvas.setPointerCapture(event.pointerId);
    go(event);
  };
  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', go);
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', go);
  };
}

const keys: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => {
    pan(-0.1);
  },
  ArrowRight: () => {
    pan(0.1);
  },
  ArrowUp: () => {
    zoom(0.8);
  },
  ArrowDown: () => {
    zoom(1.25);
  },
  '+': () => {
    zoom(0.8);
  },
  '-': () => {
    zoom(1.25);
  },
  Home: showWhole,
  End: () => {
    setFollows(true);
  },
  c: toggleCut,
  s: snapCut,
  '[': () => {
    chooseNeighbour(-1);
  },
  ']': () => {
    chooseNeighbour(1);
  },
  Escape: () => {
    choose(undefined);
  },
};

/** Whether the key meant something to the diagram. `Enter` chooses the event in the middle. */
export function pressKey(key: string, diagram: Diagram): boolean {
  if (key === 'Enter') {
    chooseMiddle(diagram.panes()[0]);
    return true;
  }
  const action = keys[key];
  action?.();
  return action !== undefined;
}

function chooseMiddle({ layout, sight, source }: Pane): void {
  const told = sight?.view.told;
  const middle = valueOf(layout, (layout.left + layout.right) / 2);
  let best = -1;
  told?.x.forEach((x, i) => {
    if (!isShown(layout, told.agent[i] as number)) return;
    if (best < 0 || Math.abs(x - middle) < Math.abs((told.x[best] as number) - middle)) best = i;
  });
  choose(told?.event[best], source);
}

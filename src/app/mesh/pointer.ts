/** A pointer on the mesh: a press opens an agent, a drag takes it to another group. */
import { act } from '../session/session.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { requestDraw } from '../frame-loop.ts';
import { notify } from '../store/notices.ts';
import { agentAt, dropGroup, type MeshLayout } from './layout.ts';
import { selectAgent } from './mesh-state.ts';
import { fixedReason, regroup } from './regroup.ts';

export interface Drag {
  dragged: number | undefined;
  target: number | 'alone' | undefined;
  x: number;
  y: number;
}

/** A press that moves less is a press. */
const dragPx = 6;

export function followPointer(area: HTMLElement, layoutOf: () => MeshLayout | undefined): { readonly drag: Readonly<Drag>; stop(): void } {
  const drag: Drag = { dragged: undefined, target: undefined, x: 0, y: 0 };
  let pressed: { readonly agent: number; readonly x: number; readonly y: number; readonly pointer: number } | undefined;

  function down(event: PointerEvent): void {
    const layout = layoutOf();
    if (layout === undefined || event.button !== 0 || !isPicture(event.target)) return;
    const [x, y] = within(area, event);
    const agent = agentAt(layout, x, y);
    pressed = agent === undefined ? undefined : { agent, x, y, pointer: event.pointerId };
  }

  function move(event: PointerEvent): void {
    const layout = layoutOf();
    const [x, y] = within(area, event);
    if (pressed === undefined) {
      const over = layout !== undefined && isPicture(event.target) && agentAt(layout, x, y) !== undefined;
      area.style.cursor = over ? 'grab' : '';
      return;
    }
    if (layout === undefined || event.pointerId !== pressed.pointer) return;
    if (drag.dragged === undefined) {
      if (Math.hypot(x - pressed.x, y - pressed.y) < dragPx) return;
      const reason = whyFixed();
      if (reason !== undefined) {
        pressed = undefined;
        notify('danger', 'Agents cannot be moved now', [reason]);
        return;
      }
      drag.dragged = pressed.agent;
      area.setPointerCapture(event.pointerId);
      area.style.cursor = 'grabbing';
    }
    Object.assign(drag, { x, y, target: dropGroup(layout, x, y) });
    requestDraw();
  }

  function up(event: PointerEvent): void {
    if (pressed === undefined || event.pointerId !== pressed.pointer) return;
    const { agent } = pressed;
    const { dragged, target } = drag;
    cancel();
    if (dragged === undefined) selectAgent(agent);
    else if (target !== undefined) moveAgent(dragged, target);
  }

  function cancel(): void {
    pressed = undefined;
    Object.assign(drag, { dragged: undefined, target: undefined });
    area.style.cursor = '';
    requestDraw();
  }

  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: cancel } as const;
  for (const [name, listener] of Object.entries(listeners)) area.addEventListener(name, listener as EventListener);
  return {
    drag,
    stop() {
      for (const [name, listener] of Object.entries(listeners)) area.removeEventListener(name, listener as EventListener);
    },
  };
}

/** Puts an agent into another group, or one of its own: recorded like every other intervention. */
export function moveAgent(agent: number, target: number | 'alone'): void {
  const frame = currentFrame();
  const action = frame === undefined ? undefined : regroup(frame.agentColumns.group, agent, target);
  if (action !== undefined) act(action);
}

/** Why agents cannot be moved at this moment, if so. */
export function whyFixed(): string | undefined {
  const frame = currentFrame();
  const { phase, interventions } = liveStore.getState();
  if (phase !== 'ready' || frame === undefined) return 'There is no run to change.';
  return fixedReason(interventions, frame.timeS);
}

/** What lies above the picture (an agent's card) takes its own presses. */
function isPicture(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-part=picture]') !== null;
}

function within(area: HTMLElement, event: PointerEvent): readonly [number, number] {
  const { left, top } = area.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

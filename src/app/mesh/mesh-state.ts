/** What of the mesh panel outlasts a frame: the agent that is open, the kinds of message that are not shown. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MessageKind } from '../../lab/run/types.ts';

export interface MeshState {
  readonly selected: number | undefined;
  readonly hidden: ReadonlySet<MessageKind>;
}

export const meshStore = createStore<MeshState>(() => ({ selected: undefined, hidden: new Set() }));

export function useMesh<T>(select: (state: MeshState) => T): T {
  return useStore(meshStore, select);
}

export function selectAgent(selected: number | undefined): void {
  meshStore.setState({ selected });
}

export function toggleKind(kind: MessageKind): void {
  const hidden = new Set(meshStore.getState().hidden);
  if (!hidden.delete(kind)) hidden.add(kind);
  meshStore.setState({ hidden });
}

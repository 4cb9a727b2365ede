/** What of the mesh panel outlasts a frame: the agent that is open, the kinds of message that are not shown. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MessageKind } from '../../lab/run/types.ts';

export interface MeshState {
  readonly selected: number | undefined;
  readonly hidden: ReadonlySet<MessageKind>;
  /** Where the agents stand: as a ring, or, where they have regions, on the map of the world. */
  readonly standing: Standing;
}

export type Standing = 'ring' | 'map';

export const meshStore = createStore<MeshState>(() => ({ selected: undefined, hidden: new Set(), standing: 'ring' }));

export function useMesh<T>(select: (state: MeshState) => T): T {
  return useStore(meshStore, select);
}

export function selectAgent(selected: number | undefined): void {
  meshStore.setState({ selected });
}

export function setStanding(standing: Standing): void {
  meshStore.setState({ standing });
}

export function toggleKind(kind: MessageKind): void {
  const hidden = new Set(meshStore.getState().hidden);
  if (!hidden.delete(kind)) hidden.add(kind);
  meshStore.setState({ hidden });
}

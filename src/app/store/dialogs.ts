/** The one dialog that may be open. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../lab/scenario/fault.ts';

export type Dialog =
  | { readonly kind: 'keys' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'presets' }
  /** A parameter of the scenario by its path. */
  | { readonly kind: 'parameter'; readonly path: string }
  /** A file that was not opened, and why. */
  | { readonly kind: 'faults'; readonly name: string; readonly faults: readonly Fault[] };

const store = createStore<{ readonly open: Dialog | undefined }>(() => ({ open: undefined }));

export function openDialog(dialog: Dialog): void {
  store.setState({ open: dialog });
}

export function closeDialog(): void {
  store.setState({ open: undefined });
}

/** Whether one is open, be it that its code is still on the way. */
export function isDialogOpen(): boolean {
  return store.getState().open !== undefined;
}

export function useDialog(): Dialog | undefined {
  return useStore(store, (state) => state.open);
}

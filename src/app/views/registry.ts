/** The views by their names in the address, in the order of their tabs. To add one: a folder here, a line here, its name in `store/settings.ts`. */
import { lazy, type ComponentType } from 'react';
import type { View } from '../store/settings.ts';
import { LiveView } from './live/LiveView.tsx';

interface ViewEntry {
  /** What its tab says. */
  readonly title: string;
  readonly Component: ComponentType;
}

export const viewEntries: Readonly<Record<View, ViewEntry>> = {
  live: { title: 'Live', Component: LiveView },
  // Whatever is not seen first comes when it is asked for.
  experiments: {
    title: 'Experiments',
    Component: lazy(async () => ({ default: (await import('./experiments/ExperimentsView.tsx')).ExperimentsView })),
  },
  rope: { title: 'Inverse-RoPE', Component: lazy(async () => ({ default: (await import('./rope/RopeView.tsx')).RopeView })) },
  trace: { title: 'Trace', Component: lazy(async () => ({ default: (await import('./trace/TraceView.tsx')).TraceView })) },
  dynamics: { title: 'Dynamics', Component: lazy(async () => ({ default: (await import('./dynamics/DynamicsView.tsx')).DynamicsView })) },
  guide: { title: 'Guide', Component: lazy(async () => ({ default: (await import('./guide/GuideView.tsx')).GuideView })) },
};

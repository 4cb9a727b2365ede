import { expect, test, vi } from 'vitest';
import { feed, type FedRun } from './history-feed.ts';

const page = vi.hoisted(() => ({ frame: (_nowMs: number): void => undefined }));

vi.mock('../frame-loop.ts', () => ({
  onAct: (act: (nowMs: number) => void) => {
    page.frame = act;
    return () => undefined;
  },
}));
vi.mock('./link.ts', () => ({
  askTrace: async () => Promise.resolve(0),
  onTraceLost: () => () => undefined,
}));

test('That a run has made more events than are kept is told once for every run, after what was drawn of the one before is gone', async () => {
  const told: string[] = [];
  let generation = '1';
  const run: Omit<FedRun, 'generation'> = { agents: 2, timeS: 0, interventions: [], violations: [] };
  feed({
    run: 'other',
    now: () => ({ ...run, generation }),
    events: async () => Promise.resolve(undefined),
    grown: (isNew) => told.push(`grown, ${isNew ? 'new' : 'the same'}`),
    dropped: () => told.push('dropped'),
  });
  for (const nowMs of [1_000, 2_000, 3_000, 4_000]) {
    if (nowMs === 3_000) generation = '2';
    page.frame(nowMs);
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(told).toEqual(['grown, new', 'dropped', 'grown, new', 'dropped']);
});

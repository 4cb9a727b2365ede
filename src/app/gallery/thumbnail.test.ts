import { expect, test } from 'vitest';
import { presets, presetNamed } from '../../lab/scenario/presets.ts';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { createLive } from '../../worker/live.ts';
import { frameBytes, readFrame } from '../../worker/frame.ts';
import type { SideRun } from '../session/side-run.ts';
import { evenly, pictureTimeS, takeThumbnail } from './thumbnail.ts';

/** The worker's own program, without a worker. */
function sideRun(): SideRun {
  const tasks: (() => void)[] = [];
  const live = createLive({
    nowMs: () => performance.now(),
    soon: (task) => void tasks.push(task),
    later: (task) => void tasks.push(task),
    where: {},
  });
  let rows = 0;
  return {
    start: async (scenario, how) => {
      rows = 0;
      const started = live.start(scenario, { generation: 1, ...how });
      return Promise.resolve(started.ok ? started.value : undefined);
    },
    frame: async () => {
      for (const task of tasks.splice(0)) task();
      const frame = readFrame(live.frame(new ArrayBuffer(frameBytes), { generation: 1, branch: 0, rows }));
      rows = frame.firstRow + frame.rows;
      return Promise.resolve(frame);
    },
    play: async () => Promise.resolve(),
    act: async () => Promise.resolve(),
    close: () => undefined,
  };
}

test('A picture is taken half a minute into a cut, else when a run has gathered, and never after too much work', () => {
  const time = (name: string): number => pictureTimeS(presetNamed(name)?.scenario ?? defaultScenario);
  expect(time('paper')).toBe(90);
  expect(time('halves')).toBe(60);
  expect(time('quiet')).toBe(20);
  expect(time('million')).toBeLessThan(10);
  for (const { name } of presets) expect(time(name), name).toBeGreaterThan(5);
});

test('A picture shows each component with its phases, and the whole way there', async () => {
  const scenario = {
    ...defaultScenario,
    interventions: [{ atS: 2, do: 'partition' as const, shape: 'halves' as const }],
  };
  const thumbnail = await takeThumbnail(sideRun(), scenario);
  expect(thumbnail?.timeS).toBeCloseTo(32, 6);
  expect(thumbnail?.circles.map(({ length }) => length)).toEqual([70, 70]);
  expect(thumbnail?.circles.flat().every((turn) => turn >= 0 && turn < 1)).toBe(true);
  expect(thumbnail?.order).toHaveLength(60);
  expect(thumbnail?.cut.slice(0, 3)).toEqual([false, false, false]);
  expect(thumbnail?.cut.slice(6).every(Boolean)).toBe(true);
  expect(thumbnail?.pending.at(-1)).toBeGreaterThan(1_000);
});

test('Even samples hold the first and the last', () => {
  expect(evenly(10, 4)).toEqual([0, 3, 6, 9]);
  expect(evenly(3, 60)).toEqual([0, 1, 2]);
  expect(evenly(1, 5)).toEqual([0]);
  expect(evenly(0, 5)).toEqual([]);
});

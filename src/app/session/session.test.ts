import * as Comlink from 'comlink';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { parameters } from '../../lab/scenario/parameters.ts';
import { createLive } from '../../worker/live.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { currentNotices } from '../store/notices.ts';
import { goTo, goToEnd } from './past.ts';
import { act, openSession, reachedS, recoverRun, setPlaying, setValue, startRun } from './session.ts';

const tasks: (() => void)[] = [];
let nowMs = 0;
const live = createLive({ nowMs: () => nowMs, soon: (task) => tasks.push(task), later: (task) => tasks.push(task), where: {} });

/** What the worker is asked waits here until the test has it answered. */
const questions: (() => void)[] = [];
const waiting = new Proxy(live, {
  get:
    (target, name) =>
    async (...given: unknown[]) =>
      new Promise((resolve) => {
        questions.push(() => {
          resolve((Reflect.get(target, name) as (...given: unknown[]) => unknown)(...given));
        });
      }),
});

/** Both ends of a worker: what is posted to one is heard by the other. */
function createWorker(): EventTarget {
  const [page, worker] = [new EventTarget(), new EventTarget()];
  const post = (to: EventTarget) => (data: unknown) => to.dispatchEvent(Object.assign(new Event('message'), { data }));
  Comlink.expose(waiting, Object.assign(worker, { postMessage: post(page) }));
  return Object.assign(page, { postMessage: post(worker), terminate: () => undefined });
}

let worker = new EventTarget();
vi.stubGlobal('Worker', function Worker() {
  return (worker = createWorker());
});
// A page that nobody looks at: how long the worker is silent does not matter.
vi.stubGlobal('document', { visibilityState: 'hidden' });
let animate = (_nowMs: number): void => undefined;
vi.stubGlobal('requestAnimationFrame', (tick: typeof animate) => (animate = tick));
afterAll(async () => {
  await answer();
  vi.unstubAllGlobals();
});

/** The worker answers so many questions, or all that there are, and the page hears it. */
async function answer(count = Infinity): Promise<void> {
  for (let i = 0; i < count && questions.length > 0; i++) {
    questions.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Real time passes in the worker. */
function pass(ms: number): void {
  for (const endMs = nowMs + ms; nowMs < endMs; nowMs++) for (const task of tasks.splice(0)) task();
}

const request = { scenario: defaultScenario, preset: undefined, playing: true };
const coupling = (): number => liveStore.getState().now.field.coupling;
const setCoupling = (value: number): void => {
  setValue(parameters.coupling.path, value);
};
let clockMs = 0;
const drawFrame = (): void => {
  animate((clockMs += 1_000));
};

beforeAll(() => {
  openSession(request);
});
beforeEach(async () => {
  await answer();
  startRun(request);
  await answer();
  pass(50);
  drawFrame();
  await answer();
});

describe('the controls', () => {
  test('stay where the last of several quick changes has put them, whatever the worker tells of those before', async () => {
    setCoupling(2.1);
    await answer();
    pass(20);
    drawFrame();
    // The second change is asked for before the page knows of the first; the third before the next frame.
    setCoupling(2.2);
    await answer(1);
    pass(20);
    await answer(2);
    pass(20);
    setCoupling(2.3);
    await answer();
    pass(20);
    drawFrame();
    await answer();
    pass(20);
    drawFrame();
    await answer();
    expect(live.recorded(0).map((intervention) => intervention.do === 'set' && intervention.value)).toEqual([2.1, 2.2, 2.3]);
    expect(coupling()).toBe(2.3);
  });
});

describe('playing on', () => {
  /** What the worker does, and what the page says. */
  const playing = (): readonly boolean[] => {
    drawFrame();
    return [currentFrame()?.playing === true, liveStore.getState().playing];
  };

  test.each([
    ['from the end of the run', goToEnd],
    [
      'from a moment of its past',
      () => {
        setPlaying(true);
      },
    ],
  ])('%s holds though the run is still on its way to a moment before', async (_, playOn) => {
    goTo(0.02);
    // The page is told to go elsewhere before the worker has answered.
    goTo(0.03);
    playOn();
    await answer();
    pass(100);
    playing();
    await answer();
    expect(playing()).toEqual([true, true]);
  });
});

test('What was asked for at a moment is told when the run goes elsewhere before it is there', async () => {
  goTo(0.02);
  await answer();
  act({ do: 'partition', shape: 'halves' });
  await answer();
  goTo(0.03);
  await answer();
  expect(currentNotices().at(-1)?.title).toBe('Not done: partition');
});

const lose = (): boolean => worker.dispatchEvent(Object.assign(new Event('error'), { message: 'no memory' }));

test('A run that was asked for while another was being made starts though the worker dies of that one', async () => {
  startRun({ ...request, scenario: { ...defaultScenario, seed: 1 } });
  startRun({ ...request, scenario: { ...defaultScenario, seed: 2 } });
  lose();
  await answer();
  pass(50);
  drawFrame();
  await answer();
  expect(liveStore.getState()).toMatchObject({ phase: 'ready', loss: undefined, scenario: { seed: 2 } });
  expect(currentFrame()?.generation).toBe(liveStore.getState().generation);
});

test('A run that is lost on its way back is brought back to where it was to go', async () => {
  startRun({ ...request, playing: false, replayToS: 5 });
  await answer();
  drawFrame();
  await answer();
  expect(currentFrame()?.timeS).toBeLessThan(5);
  // Once more before the fresh worker has said anything.
  for (let death = 0; death < 2; death++) {
    lose();
    expect([liveStore.getState().phase, reachedS()]).toEqual(['lost', 5]);
    await new Promise((resolve) => setTimeout(resolve));
    recoverRun();
  }
  await answer();
  pass(2_000);
  drawFrame();
  await answer();
  expect(currentFrame()?.timeS).toBe(5);
});

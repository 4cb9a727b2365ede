import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { parameters } from '../../lab/scenario/parameters.ts';
import { createLive } from '../../worker/live.ts';
import type { LiveApi } from '../../worker/live-api.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { goTo, goToEnd } from './past.ts';
import { openSession, setPlaying, setValue } from './session.ts';

/** Stands for the worker: what it is asked waits in a queue until the test has it answered. */
const worker = vi.hoisted(() => ({ questions: [] as (() => void)[], frame: (_nowMs: number): void => undefined }));

vi.mock('../frame-loop.ts', () => ({
  onAct: (act: (nowMs: number) => void) => (worker.frame = act),
  startFrameLoop: () => undefined,
}));

let tasks: (() => void)[] = [];
let nowMs = 0;
const live = createLive({ nowMs: () => nowMs, soon: (task) => tasks.push(task), later: (task) => tasks.push(task), where: {} });

vi.mock('./link.ts', () => {
  const ask = async <T>(question: (api: LiveApi) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker.questions.push(() => {
        Promise.resolve(question(live)).then(resolve, reject);
      });
    });
  return {
    ask,
    tell: (question: (api: LiveApi) => Promise<unknown>) => void ask(question),
    openLink: () => undefined,
    ignoreLost: () => undefined,
  };
});

/** The worker answers so many questions, or all that there are, and the page hears it. */
async function answer(count = Infinity): Promise<void> {
  for (let i = 0; i < count && worker.questions.length > 0; i++) {
    worker.questions.shift()?.();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

/** Real time passes in the worker. */
function pass(ms: number): void {
  for (const endMs = nowMs + ms; nowMs < endMs; nowMs++) for (const task of tasks.splice(0)) task();
}

const coupling = (): number => liveStore.getState().now.field.coupling;
const setCoupling = (value: number): void => {
  setValue(parameters.coupling.path, value);
};
let clockMs = 0;
const drawFrame = (): void => {
  worker.frame((clockMs += 1_000));
};

beforeEach(async () => {
  tasks = [];
  openSession({ scenario: defaultScenario, preset: undefined, playing: true });
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

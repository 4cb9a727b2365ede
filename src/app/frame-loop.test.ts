import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Frame } from '../worker/frame.ts';

let nextFrame: FrameRequestCallback = () => undefined;
const stops: (() => void)[] = [];

vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
  nextFrame = callback;
  return 0;
});
// A loop of its own: other tests start the page's, which starts once.
vi.resetModules();
const { onDraw, requestDraw, startFrameLoop } = await import('./frame-loop.ts');
const { setCurrentFrame } = await import('./store/live.ts');

beforeEach(() => {
  startFrameLoop();
  setCurrentFrame({} as Frame);
});

afterAll(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Which of `names` drew in each of so many animation frames; `before` runs before each. */
function animate(frames: number, drawn: string[], before: () => void = () => undefined): readonly string[] {
  return Array.from({ length: frames }, () => {
    before();
    nextFrame(0);
    return drawn.splice(0).join();
  });
}

/** Everyone has drawn once, and nobody owes anything. */
function settle(drawn: string[]): void {
  animate(8, drawn);
}

function follow(drawn: string[], name: string, turns?: 'every' | 'other'): void {
  stops.push(onDraw(() => drawn.push(name), turns));
}

const newFrame = (): void => setCurrentFrame({} as Frame);

test('what moves is drawn in every animation frame that has something new, and in no other', () => {
  const drawn: string[] = [];
  follow(drawn, 'stage');
  settle(drawn);
  expect(animate(2, drawn, newFrame)).toEqual(['stage', 'stage']);
  expect(animate(2, drawn)).toEqual(['', '']);
  requestDraw();
  expect(animate(2, drawn)).toEqual(['stage', '']);
});

test('what is read is drawn in every other animation frame, one half of it in each', () => {
  const drawn: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) follow(drawn, name, 'other');
  settle(drawn);
  const [first, second, third] = animate(3, drawn, newFrame);
  expect([first, second].sort()).toEqual(['a,c', 'b,d']);
  expect(third).toBe(first);
});

test('nothing new is lost by waiting: who is not due yet draws in the next animation frame though nothing else came', () => {
  const drawn: string[] = [];
  for (const name of ['a', 'b']) follow(drawn, name, 'other');
  settle(drawn);
  newFrame();
  expect(animate(3, drawn).slice(0, 2).sort()).toEqual(['a', 'b']);
  expect(animate(2, drawn)).toEqual(['', '']);
});

test('of several that have never drawn only one does so in an animation frame', () => {
  const drawn: string[] = [];
  for (const name of ['a', 'b', 'c']) follow(drawn, name);
  expect(animate(4, drawn)).toEqual(['a', 'b', 'c', '']);
});

test('a draw that asks for another one is drawn again in the next animation frame', () => {
  const drawn: string[] = [];
  let left = 2;
  stops.push(
    onDraw(() => {
      drawn.push('easing');
      if (left-- > 0) requestDraw();
    }),
  );
  expect(animate(4, drawn)).toEqual(['easing', 'easing', 'easing', '']);
});

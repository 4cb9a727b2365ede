import { describe, expect, test } from 'vitest';
import { createQualityKeeper, qualities } from './quality.ts';

function tick(keeper: ReturnType<typeof createQualityKeeper>, frames: number, everyMs: number, fromMs = 0): number {
  for (let i = 1; i <= frames; i++) keeper.tick(fromMs + i * everyMs);
  return fromMs + frames * everyMs;
}

describe('the quality of the picture', () => {
  test('stays where frames are fast', () => {
    const keeper = createQualityKeeper();
    tick(keeper, 1_000, 17);
    expect(keeper.quality).toBe(qualities[0]);
  });

  test('falls step by step to the cheapest where they stay slow', () => {
    const keeper = createQualityKeeper();
    const nowMs = tick(keeper, 35, 60);
    expect(keeper.quality).toBe(qualities[1]);
    tick(keeper, 1_000, 60, nowMs);
    expect(keeper.quality).toBe(qualities.at(-1));
  });

  test('does not wait through forty frames where each takes a second', () => {
    const keeper = createQualityKeeper();
    const nowMs = tick(keeper, 5, 1_000);
    expect(keeper.quality).toBe(qualities[1]);
    tick(keeper, 8, 1_000, nowMs);
    expect(keeper.quality).toBe(qualities[3]);
  });

  test('does not fall for a single long frame, nor for a page that was hidden', () => {
    const keeper = createQualityKeeper();
    let nowMs = 0;
    for (let i = 0; i < 20; i++) {
      nowMs = tick(keeper, 39, 17, nowMs);
      nowMs = tick(keeper, 1, i % 2 === 0 ? 900 : 60_000, nowMs);
    }
    expect(keeper.quality).toBe(qualities[0]);
  });

  test('is full again with another run', () => {
    const keeper = createQualityKeeper();
    tick(keeper, 500, 60);
    keeper.restart();
    expect(keeper.quality).toBe(qualities[0]);
  });
});

import { describe, expect, test } from 'vitest';
import { cameraDistance, fieldOfViewDeg, fitStack, restingElevationRad } from './view.ts';

const halfHeight = Math.tan((fieldOfViewDeg * Math.PI) / 360);

/** Where a point of a stack is seen, in half heights and half widths of the stage. */
function seen(level: number, radius: number, angle: number, scale: number, elevation: number, aspect: number) {
  const [across, towards] = [scale * radius * Math.cos(angle), scale * radius * Math.sin(angle)];
  const up = scale * level;
  const depth = cameraDistance - towards * Math.cos(elevation) - up * Math.sin(elevation);
  return { x: across / depth / (halfHeight * aspect), y: (up * Math.cos(elevation) - towards * Math.sin(elevation)) / depth / halfHeight };
}

describe('the figure', () => {
  const stages = [0.6, 1, 1.6, 2.6].flatMap((aspect) =>
    [0, 0.56, 2.24].flatMap((reach) => [-0.2, 0.2, 0.5, 1, 1.55].map((elevation) => ({ aspect, reach, elevation }))),
  );

  test.each(stages)('fits the stage and fills it in one direction: $aspect, $reach, $elevation', ({ aspect, reach, elevation }) => {
    const radius = 1.35;
    for (const insets of [
      { top: 0, bottom: 0 },
      { top: 0.05, bottom: 0.15 },
      { top: 0.2, bottom: 0 },
    ]) {
      const free = 1 - insets.top - insets.bottom;
      const fit = { scale: 1, centre: 0 };
      fitStack(fit, radius, reach, elevation, aspect, insets);
      let [left, right, low, high] = [0, 0, 0, 0];
      for (const level of [-reach, reach]) {
        for (let k = 0; k < 360; k++) {
          const { x, y } = seen(level, radius, (k / 180) * Math.PI, fit.scale, elevation, aspect);
          [left, right] = [Math.min(left, x), Math.max(right, x)];
          [low, high] = [Math.min(low, y - fit.centre), Math.max(high, y - fit.centre)];
        }
      }
      expect(Math.max(-left, right)).toBeLessThanOrEqual(1);
      expect(high).toBeLessThanOrEqual(1.001 - 2 * insets.top);
      expect(low).toBeGreaterThanOrEqual(-1.001 + 2 * insets.bottom);
      expect(Math.max(right, (high - low) / 2 / free)).toBeGreaterThan(0.82);
    }
  });

  test('is seen from lower when it is a stack', () => {
    expect(restingElevationRad(0.56)).toBeLessThan(restingElevationRad(0));
    expect(restingElevationRad(3)).toBe(restingElevationRad(0.5));
  });
});

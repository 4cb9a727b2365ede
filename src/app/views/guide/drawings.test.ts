import { expect, test } from 'vitest';
import type { Frame } from '../../../worker/frame.ts';
import { readPlotTheme } from '../../plots/plot-theme.ts';
import { tokenDrawing } from './drawings.ts';

/** Heights of the bars of `logs` at this moment, as shares of the figure between its floor and its dashed line. */
function sharesOf(logs: readonly number[], timeS: number, rateHz: number): readonly number[] {
  const bars: number[] = [];
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) =>
      name === 'fillRect' ? (_x: number, _y: number, _width: number, height: number) => bars.push(height) : () => undefined,
    set: () => true,
  });
  const none = logs.map(() => 0);
  const frame = { agents: logs.length, timeS, conflicts: 0, agentColumns: { logLength: logs, pending: none, component: none } };
  const theme = readPlotTheme({ getPropertyValue: () => '' });
  const [widthPx, heightPx] = [500, 256];
  tokenDrawing(rateHz).draw(context, { frame: frame as unknown as Frame, shown: {} as never, theme, widthPx, heightPx });
  // A log, then what waits on top of it.
  return bars.filter((_, i) => i % 2 === 0).map((height) => height / 200);
}

test('Two figures of the same moment have one measure: a log of half the length is half as high', () => {
  expect(sharesOf([1000, 1000], 50, 10)).toEqual([1, 1]);
  expect(sharesOf([500, 500], 50, 10)).toEqual([0.5, 0.5]);
});

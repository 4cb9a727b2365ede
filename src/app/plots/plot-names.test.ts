import { scaleLinear } from 'd3-scale';
import { expect, test } from 'vitest';
import { createSvgPen } from '../drawing/svg-pen.ts';
import { drawNames, type Named } from './plot-names.ts';
import type { PlotLevel } from './plot-spec.ts';
import { readPlotTheme } from './plot-theme.ts';

const widthOf = (text: string): number => 6 * text.length;

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** In a plot from 44 to 500 across and from 140 to 10 up, over a minute. */
function wordsOf(marks: Named['marks'], levels: readonly PlotLevel[] = []): readonly Word[] {
  const pen = createSvgPen({ colourOf: String, measureText: (text) => ({ width: widthOf(text) }) as TextMetrics, id: 'plot' });
  drawNames(pen, {
    spec: {
      name: '',
      title: '',
      axis: String,
      scale: 'unit',
      lines: [],
      format: String,
      levels: { read: () => levels, subscribe: () => () => undefined },
    },
    theme: readPlotTheme({ getPropertyValue: () => '' }),
    marks,
    x: scaleLinear([0, 60], [44, 500]),
    y: scaleLinear([0, 1], [140, 10]),
    nowS: 60,
  });
  // Each is written twice: its ground first.
  return [...pen.markup().matchAll(/x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</g)]
    .filter((_, i) => i % 2 === 1)
    .map(([, x = '', bottom = '', text = '']) => ({ text, left: Number(x), right: Number(x) + widthOf(text), bottom: Number(bottom) }));
}

const tick = (atS: number, label: string) => ({ atS, label });

test('Of a drag what it came to is told, beside something else at the same time', () => {
  const ticks = [30, 31, 32, 33].map((atS) => tick(atS, `K = ${String(atS)}`));
  expect(wordsOf({ bands: [], ticks: [...ticks, tick(33.5, 'crash 7')] }).map(({ text }) => text)).toEqual(['crash 7', 'K = 33']);
});

test('A word at the right edge stands left of its notch, and one whose notch has gone is left out: none is cut', () => {
  const words = wordsOf({ bands: [], ticks: [tick(-1, 'K = 1'), tick(59.9, 'Message loss = 0.1')] });
  expect(words.map(({ text }) => text)).toEqual(['Message loss = 0.1']);
  expect(words[0]?.right).toBeLessThan(500);
});

test('No word lies on another', () => {
  const bands = [
    { fromS: 40, toS: 55, label: 'minority' },
    { fromS: 56, toS: Infinity, label: 'halves' },
  ];
  const ticks = Array.from({ length: 50 }, (_, i) => tick(20 + i / 2, `crash ${String(i)}`));
  const levels = [0.8, 0.73, 0.04].map((value) => ({ value, fromS: 40, label: `${String(value)} of some agents` }));
  const words = wordsOf({ bands, ticks }, levels);
  expect(words.length).toBeGreaterThan(4);
  for (const a of words)
    for (const b of words)
      expect(a === b || a.left >= b.right || b.left >= a.right || Math.abs(a.bottom - b.bottom) >= 12, `${a.text} and ${b.text}`).toBe(
        true,
      );
});

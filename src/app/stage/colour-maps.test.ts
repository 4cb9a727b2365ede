import { describe, expect, test } from 'vitest';
import { agentColour, agentColourCount, diverging, fillTable, makeTable, twilight } from './colour-maps.ts';
import { difference, hex, oklabOf, type Oklab, type Rgb } from './oklab.ts';

const themes = [true, false];
const steps = 64;

function alongMap(colourAt: (share: number) => Rgb): readonly Oklab[] {
  return Array.from({ length: steps + 1 }, (_, i) => oklabOf(colourAt(i / steps)));
}

function differences(colours: readonly Oklab[]): readonly number[] {
  return colours.slice(1).map((colour, i) => difference(colours[i] as Oklab, colour));
}

describe('the map of the frequencies', () => {
  test.each(themes)('changes in steps that look alike (dark: %s)', (dark) => {
    const seen = differences(alongMap((share) => diverging(share, dark)));
    expect(Math.max(...seen) / Math.min(...seen)).toBeLessThan(2);
  });

  test.each(themes)('is grey in the middle and nowhere else (dark: %s)', (dark) => {
    const chroma = alongMap((share) => diverging(share, dark)).map(([, a, b]) => Math.hypot(a, b));
    expect(chroma[steps / 2]).toBeLessThan(0.03);
    expect(Math.min(chroma[0] as number, chroma[steps] as number)).toBeGreaterThan(0.15);
  });

  test('ends where a frequency is off its scale', () => {
    expect(diverging(-3, true)).toEqual(diverging(0, true));
    expect(diverging(7, true)).toEqual(diverging(1, true));
  });
});

describe('the map of the phases', () => {
  test.each(themes)('ends as it begins and never jumps (dark: %s)', (dark) => {
    expect(twilight(1, dark)).toEqual(twilight(0, dark));
    expect(twilight(-0.25, dark)).toEqual(twilight(0.75, dark));
    const seen = differences(alongMap((turn) => twilight(turn, dark)));
    expect(Math.max(...seen)).toBeLessThan(2.5 * (seen.reduce((sum, step) => sum + step, 0) / seen.length));
  });

  test.each(themes)('is lightest at 0, darkest at half a turn, and goes evenly between (dark: %s)', (dark) => {
    const lightness = alongMap((turn) => twilight(turn, dark)).map(([l]) => l);
    for (let i = 1; i <= steps / 2; i++) expect(lightness[i]).toBeLessThan((lightness[i - 1] as number) + 0.005);
    for (let i = steps / 2 + 1; i <= steps; i++) expect(lightness[i]).toBeGreaterThan((lightness[i - 1] as number) - 0.005);
  });

  test.each(themes)('stands out from the surface everywhere (dark: %s)', (dark) => {
    const surface = oklabOf(hex(dark ? '#0c1016' : '#f4f2ec'));
    for (const colour of alongMap((turn) => twilight(turn, dark))) expect(difference(colour, surface)).toBeGreaterThan(0.2);
  });
});

describe('the colours of the agents', () => {
  test.each(themes)('differ from each other at a glance (dark: %s)', (dark) => {
    const colours = Array.from({ length: agentColourCount }, (_, a) => oklabOf(agentColour(a, dark)));
    for (const [i, one] of colours.entries())
      for (const other of colours.slice(i + 1)) expect(difference(one, other)).toBeGreaterThan(0.08);
  });

  test('repeat after the last', () => {
    expect(agentColour(agentColourCount + 2, true)).toEqual(agentColour(2, true));
  });
});

describe('a colour table', () => {
  test('holds both ends of a map, but of a cyclic one the common end once', () => {
    const table = makeTable();
    fillTable(table, (share) => [share, share, share], false);
    expect([table[0], table[4 * 255], table[4 * 255 + 3]]).toEqual([0, 255, 255]);
    fillTable(table, (share) => [share, share, share], true);
    expect(table[4 * 255]).toBe(254);
  });
});

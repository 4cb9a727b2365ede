/**
 * The colour maps of the stage, each as a table of 256 colours. Frequencies get a diverging map about their median,
 * phases a cyclic one that is twilight with its lightness fitted to the background, agents and components distinct
 * colours. A rainbow is none of them: it draws edges where the numbers have none.
 */
import { hex, mix, oklabOf, rgbOf, type Oklab, type Rgb } from './oklab.ts';

export const tableSize = 256;

/** Shape [256 × 4], sRGB bytes and an opaque alpha: what a texture takes. */
export type ColourTable = Uint8Array;

export function makeTable(): ColourTable {
  return new Uint8Array(tableSize * 4).fill(255);
}

/**
 * Twilight (Bechtold 2018, public domain, as in matplotlib) at every ninth of a turn, and its darkest at the half. It
 * goes from light through blue to dark and through red back, in steps that look equal.
 */
const twilightStops: readonly (readonly [turn: number, colour: Oklab])[] = (
  [
    [0, '#e2d9e2'],
    [1 / 9, '#9ebbc9'],
    [2 / 9, '#6785be'],
    [3 / 9, '#5e43a5'],
    [4 / 9, '#421257'],
    [1 / 2, '#2f1436'],
    [5 / 9, '#471340'],
    [6 / 9, '#8e2c50'],
    [7 / 9, '#ba6657'],
    [8 / 9, '#ceac94'],
    [1, '#e2d9e2'],
  ] as const
).map(([turn, colour]) => [turn, oklabOf(hex(colour))]);

/** Lightness that twilight spans by itself. */
const twilightLightness = { darkest: oklabOf(hex('#2f1436'))[0], lightest: oklabOf(hex('#e2d9e2'))[0] };

/** Lightness that stands out from the surface: as dark as 0.46 is read on night, as light as 0.74 on paper. */
const readableLightness = { dark: { darkest: 0.48, lightest: 0.95 }, light: { darkest: 0.26, lightest: 0.74 } };

export function twilight(turn: number, dark: boolean): Rgb {
  const wrapped = turn - Math.floor(turn);
  const [lightness, a, b] = along(twilightStops, wrapped);
  const { darkest, lightest } = dark ? readableLightness.dark : readableLightness.light;
  const share = (lightness - twilightLightness.darkest) / (twilightLightness.lightest - twilightLightness.darkest);
  return rgbOf([darkest + share * (lightest - darkest), a, b]);
}

/** Slow is blue, fast is red-orange, the median is a grey that both eyes and surface leave in the background. */
const divergingStops = {
  dark: stops(['#2f80ff', '#c6ccd8', '#ff5f2e']),
  light: stops(['#0b49d6', '#7f8590', '#c62f00']),
};

/** `share` 0 … 1; one half is the middle. */
export function diverging(share: number, dark: boolean): Rgb {
  return rgbOf(along(dark ? divergingStops.dark : divergingStops.light, Math.min(1, Math.max(0, share))));
}

/**
 * Eight colours that people with any of the common colour blindnesses tell apart (after Okabe & Ito 2008), lightened
 * for night and darkened for paper.
 */
const agentColours = {
  dark: ['#63b8f2', '#f2a93b', '#35c99f', '#e9709a', '#f0e260', '#7f8cf5', '#f2794b', '#b9c2cf'].map(hex),
  light: ['#1a76b8', '#b86a00', '#00805c', '#b03a72', '#7d7200', '#4b4fb8', '#c04410', '#5a6470'].map(hex),
};
export const agentColourCount = agentColours.dark.length;

export function agentColour(agent: number, dark: boolean): Rgb {
  const colours = dark ? agentColours.dark : agentColours.light;
  return colours[agent % colours.length] as Rgb;
}

export function writeColour(table: ColourTable, place: number, [red, green, blue]: Rgb): void {
  table[4 * place] = Math.round(255 * red);
  table[4 * place + 1] = Math.round(255 * green);
  table[4 * place + 2] = Math.round(255 * blue);
}

/** Fills a table with `colourAt` of 0 … 1; a cyclic map never repeats its first colour at its end. */
export function fillTable(table: ColourTable, colourAt: (share: number) => Rgb, cyclic: boolean): void {
  for (let i = 0; i < tableSize; i++) writeColour(table, i, colourAt(i / (cyclic ? tableSize : tableSize - 1)));
}

function stops(colours: readonly string[]): readonly (readonly [number, Oklab])[] {
  return colours.map((colour, i) => [i / (colours.length - 1), oklabOf(hex(colour))]);
}

function along(stopsInOrder: readonly (readonly [number, Oklab])[], place: number): Oklab {
  let i = 1;
  while (i < stopsInOrder.length - 1 && (stopsInOrder[i] as readonly [number, Oklab])[0] < place) i++;
  const [start, from] = stopsInOrder[i - 1] as readonly [number, Oklab];
  const [end, to] = stopsInOrder[i] as readonly [number, Oklab];
  return mix(from, to, (place - start) / (end - start));
}

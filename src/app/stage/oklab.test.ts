import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cssColour, difference, hex, mix, oklabOf, parseHex, rgbOf } from './oklab.ts';

const channel = fc.double({ min: 0, max: 1, noNaN: true });

describe('Oklab', () => {
  test('gives every colour back', () => {
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), (colour) => {
        rgbOf(oklabOf(colour)).forEach((found, i) => expect(found).toBeCloseTo(colour[i] as number, 4));
      }),
    );
  });

  test('has the published coordinates of white and of red', () => {
    const [whiteLightness, whiteA, whiteB] = oklabOf(hex('#fff'));
    expect([whiteLightness, whiteA, whiteB].map((x) => Math.abs(Number(x.toFixed(3))))).toEqual([1, 0, 0]);
    expect(oklabOf(hex('#ff0000')).map((x) => x.toFixed(3))).toEqual(['0.628', '0.225', '0.126']);
  });

  test('mixes half way at equal distance from both', () => {
    const [from, to] = [oklabOf(hex('#2f80ff')), oklabOf(hex('#ff5f2e'))];
    const middle = mix(from, to, 0.5);
    expect(difference(from, middle)).toBeCloseTo(difference(middle, to), 12);
  });
});

describe('a hexadecimal colour', () => {
  test('is read in all its lengths, alpha left out', () => {
    for (const text of ['#1a2b3c', ' #1A2B3C ', '#1a2b3cff']) expect(parseHex(text)).toEqual([0x1a / 255, 0x2b / 255, 0x3c / 255]);
    expect(parseHex('#f80')).toEqual(parseHex('#ff8800'));
    expect(parseHex('#f808')).toEqual(parseHex('#ff8800'));
  });

  test('is nothing else', () => {
    for (const text of ['', 'red', '#12', '#12345', '#gggggg', 'rgb(1 2 3)']) expect(parseHex(text)).toBeUndefined();
  });

  test('is written for the page', () => {
    expect(cssColour(hex('#1a2b3c'))).toBe('rgb(26 43 60)');
    expect(cssColour(hex('#1a2b3c'), 0.5)).toBe('rgb(26 43 60 / 0.5)');
  });
});

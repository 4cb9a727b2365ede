import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(":root[data-theme='dark']");

function tokens(block: string): Map<string, string> {
  return new Map([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

describe.each([
  ['light', tokens(light)],
  ['dark', tokens(dark)],
])('the %s theme', (_, theme) => {
  const surfaces = ['--surface', '--surface-raised', '--surface-sunken'];
  const texts = ['--ink', '--ink-muted', '--ink-faint', '--accent', '--danger', '--warning', '--good'];
  const marks = [...theme.keys()].filter((name) => name.startsWith('--series')).concat('--line-strong', '--focus', '--band-line');

  test('declares every colour', () => {
    expect(marks.length).toBeGreaterThanOrEqual(12);
    for (const name of [...surfaces, ...texts, '--accent-ink']) expect(theme.has(name), name).toBe(true);
  });

  test('keeps text readable on every surface: contrast at least 4.5', () => {
    for (const text of texts) {
      for (const surface of surfaces) {
        expect(contrast(theme.get(text) ?? '', theme.get(surface) ?? ''), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(theme.get('--accent-ink') ?? '', theme.get('--accent') ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test('keeps marks and outlines visible on every surface: contrast at least 3', () => {
    for (const mark of marks) {
      for (const surface of surfaces) {
        expect(contrast(theme.get(mark) ?? '', theme.get(surface) ?? ''), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

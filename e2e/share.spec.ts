/** What a person takes along: the plots and the circle as files, and the run as a line for a terminal. */
import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Laboratory } from './laboratory.ts';

const root = join(import.meta.dirname, '..');

async function partitioned(lab: Laboratory): Promise<void> {
  await lab.open();
  await lab.hurry();
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
  const cutS = await lab.number('Simulated time');
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(cutS + 3);
  await lab.button('More of Share').click();
}

/** Width and height of a PNG, of which it says first that it is one. */
function sizeOfPng(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('The plots are saved as a drawing and as a picture, with their names, their lines and the cut', async ({ lab }) => {
  await partitioned(lab);
  const svg = await lab.download('Plots as SVG');
  expect(svg.name).toBe('chorus-run-42-plots.svg');
  const found = await lab.page.evaluate(
    (text) => {
      const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
      const words = [...drawing.querySelectorAll('text')].map((element) => element.textContent);
      const strokes = [...drawing.querySelectorAll('path[stroke]')].map((path) => path.getAttribute('d')?.length ?? 0);
      return {
        error: drawing.querySelector('parsererror')?.textContent,
        root: drawing.documentElement.tagName,
        words,
        longest: Math.max(...strokes),
      };
    },
    await svg.text(),
  );
  expect(found).toMatchObject({ error: undefined, root: 'svg' });
  for (const word of ['Order parameter', 'whole', 'component 1', 'theory', 'Tokens', 'pending', 'minority'])
    expect(found.words).toContain(word);
  // Of two sides there are two lines, and no name of a third runs off the picture.
  expect(found.words).not.toContain('component 2');
  // A line through some dozens of samples.
  expect(found.longest).toBeGreaterThan(300);
  const [width, height] = sizeOfPng((await lab.download('Plots as PNG')).path);
  expect(Math.min(width, height)).toBeGreaterThan(500);
});

test('The circle is saved as a picture that shows something, and as a film', { tag: '@webgl' }, async ({ lab }) => {
  await partitioned(lab);
  await lab.button('Pause').click();
  // Its words stay as they are: what other colours change was drawn by WebGL.
  await expect(lab.page.getByRole('group', { name: /^Turn the phase circle/ }).getByRole('img', { name: 'Phase circle' })).toBeVisible();
  const picture = await lab.download('Circle as PNG');
  expect(picture.name).toBe('chorus-run-42-stage.png');
  expect(Math.min(...sizeOfPng(picture.path))).toBeGreaterThan(150);
  const save = async (): Promise<Buffer> => readFileSync((await lab.download('Circle as PNG')).path);
  let before = await save();
  await expect(async () => {
    const now = await save();
    const isStill = now.equals(before);
    before = now;
    expect(isStill).toBe(true);
  }).toPass();
  await lab.choose('Colour by', 'Phase');
  await expect.poll(async () => (await save()).equals(before)).toBe(false);

  await lab.button('Play').click();
  await lab.button('Film').click();
  await expect(lab.page.getByText('The phase circle is being filmed')).toBeVisible();
  await lab.page.waitForTimeout(1_500);
  // The focus is on “Film” still. To press it with the mouse may take longer here than the film.
  const [film] = await Promise.all([lab.page.waitForEvent('download'), lab.page.keyboard.press('Enter')]);
  expect(film.suggestedFilename()).toBe('chorus-run-42-stage.webm');
  await expect(lab.page.getByText('The phase circle is being filmed')).toBeHidden({ timeout: 40_000 });
  const bytes = readFileSync(await film.path());
  // EBML, which is what WebM begins with.
  expect([...bytes.subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
  expect(bytes.length).toBeGreaterThan(10_000);
});

test('The line that is copied for a terminal runs there to the same digest', async ({ lab, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await partitioned(lab);
  await lab.slider('Noise σ').focus();
  await lab.page.keyboard.press('ArrowRight');
  await lab.button('Heal').click();
  await expect.poll(() => lab.number('Components')).toBe(1);
  await lab.button('Pause').click();
  const zip = unzipSync(readFileSync((await lab.download('Export run')).path));
  const digest = (JSON.parse(strFromU8(zip['run.json'] ?? new Uint8Array())) as { readonly digest: string }).digest;
  await lab.button('Copy as command line').click();
  await expect(lab.page.getByText('The command line is copied')).toBeVisible();
  const line = await lab.page.evaluate(async () => navigator.clipboard.readText());
  expect(line).toMatch(/^npm run -s chorus -- run preset:quiet --set 'interventions=.* --out out$/);
  const out = mkdtempSync(join(tmpdir(), 'chorus-'));
  try {
    const said = execSync(line.replace(/out$/, out), { cwd: root, encoding: 'utf8' });
    expect(said).toContain(digest);
  } finally {
    rmSync(out, { recursive: true });
  }
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { test } from './laboratory.ts';

const view = '#1&view=experiments';

test('An experiment is run, stopped, gone on with and saved, and the command line comes to the same digest', async ({ lab }) => {
  await lab.page.goto(`/${view}`);
  await lab.page.getByRole('button', { name: /^Phase diagram/ }).click();
  await expect(lab.page.getByRole('heading', { name: /^How much noise/ })).toBeVisible();
  for (const [field, value] of [
    ['Couplings', '4'],
    ['Noises', '2'],
    ['Replicates', '2'],
    ['Settling', '500'],
  ] as const) {
    await lab.page.getByRole('spinbutton', { name: field, exact: true }).fill(value);
    await lab.page.keyboard.press('Enter');
  }
  const replicates = lab.page.getByRole('spinbutton', { name: 'Replicates', exact: true });
  const ink = await inkOf(replicates);
  await lab.button('Run').click();
  await expect(lab.page.getByText(/^\d+ of 16 jobs/)).toBeVisible();
  expect(await inkOf(replicates), 'what cannot be changed now looks so').not.toBe(ink);
  await expect(lab.page.getByText(/^Verdict so far/)).toBeVisible();
  await lab.button('Cancel').click();
  await lab.button('Go on').click();
  await expect(lab.button('Run again')).toBeVisible({ timeout: 90_000 });
  await expect(lab.page.getByRole('heading', { name: 'Verdict', exact: true })).toBeVisible();
  await expect(lab.page.getByText('Everything is done')).toBeVisible();

  const figure = lab.page.getByRole('img', { name: 'Order over coupling and noise' });
  await figure.focus();
  await lab.page.keyboard.press('ArrowRight');
  await expect(lab.page.getByText(/^K 0.5, σ/)).toBeVisible();
  const drawing = await lab.download('Order over coupling and noise: save as SVG');
  expect(await drawing.text()).toMatch(/^<svg[^]*coupling K, 1\/s[^]*<\/svg>$/);
  expect(await drawing.text()).not.toContain('var(');
  expect((await lab.download('Order over coupling and noise: save as PNG')).name).toBe('chorus-phase-diagram-order.png');
  const results = await lab.download('Save results');
  expect(results.name).toBe('chorus-phase-diagram-42.zip');

  const setup = await lab.download('Save experiment');
  expect(setup.name).toBe('chorus-phase-diagram.json');
  const [shown] = await lab.page.getByText(/^digest/).allInnerTexts();
  const out = mkdtempSync(join(tmpdir(), 'chorus-experiment-'));
  execFileSync('npx', ['tsx', 'src/cli/main.ts', 'experiment', setup.path, '--out', out], { stdio: 'pipe' });
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { readonly digest: string };
  expect(shown).toContain(report.digest.slice(0, 16));

  const chooser = lab.page.waitForEvent('filechooser');
  await lab.button('Open experiment').click();
  await (await chooser).setFiles(results.path);
  await expect(lab.page.getByRole('dialog').getByText('allowed: the experiment.json in it, unpacked')).toBeVisible();
});

const inkOf = (field: Locator): Promise<string> => field.evaluate((input) => getComputedStyle(input).color);

test('What was computed is there after a reload: a run that was stopped goes on from there, one that is done is done, until it is run again', async ({
  lab,
}) => {
  const { page } = lab;
  const settings = 'experiment.replicates=2&experiment.settings.columns=4&experiment.settings.rows=2&experiment.settings.settleS=500';
  await page.goto(`/${view}&experiment=phase-diagram&${settings}`);
  const progress = page.getByText(/^\d+ of 16 jobs/);
  const done = async (): Promise<number> => Number.parseInt(await progress.innerText());
  await lab.button('Run').click();
  await expect.poll(done).toBeGreaterThan(2);
  await lab.button('Cancel').click();
  await expect(lab.button('Go on')).toBeVisible();
  const verdict = page.getByRole('heading', { name: /^Verdict so far/ });
  const stopped = (await verdict.textContent()) ?? '';
  expect(stopped).toMatch(/\d+ of 16 jobs/);

  await page.reload();
  await expect(verdict).toHaveText(stopped);
  await lab.button('Go on').click();
  await expect(lab.button('Run again')).toBeVisible({ timeout: 90_000 });
  const digest = await page.getByText(/^digest/).innerText();

  await page.reload();
  await expect(page.getByText('Everything is done')).toBeVisible();
  await expect(page.getByText(/^digest/)).toHaveText(digest);
  await lab.button('Run again').click();
  await expect(progress, 'nothing of it is left').toHaveText(/^[0-3] of 16/);
  await expect(lab.button('Run again')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/^digest/)).toHaveText(digest);
});

test('Every kind of figure is read by keys and in words, and saved as drawing, picture and numbers', async ({ lab }) => {
  const { page } = lab;
  const small = {
    'split-brain-hunt': 'experiment.seed=44&experiment.replicates=3',
    'coupling-sweep':
      'experiment.replicates=2&experiment.settings.mostDecade=2&experiment.settings.points=3&experiment.settings.settleS=2&experiment.settings.measureS=1',
    partition: 'experiment.replicates=2&experiment.settings.oscillators=16&experiment.settings.cutS=2',
  };
  for (const [name, setup] of Object.entries(small)) {
    await page.goto(`/${view}&experiment=${name}&${setup}`);
    await lab.button('Run').click();
    await expect(page.getByText('Everything is done')).toBeVisible({ timeout: 60_000 });
    const box = page.getByRole('region', { name: 'Figures' }).getByRole('figure').first();
    const figure = box.getByRole('img');
    await expect(figure).toHaveAccessibleDescription(/\d.*\.$/);
    const title = (await figure.getAttribute('aria-label')) ?? '';
    await figure.focus();
    await page.keyboard.press('ArrowRight');
    await expect(box.getByText(/ [\d.]+ \([\d.−]+ … [\d.]+\)$/).first()).toBeVisible();
    const drawing = await lab.download(`${title}: save as SVG`);
    expect(await drawing.text()).toMatch(/^<svg[^]*<path [^]*<\/svg>$/);
    const picture = await lab.download(`${title}: save as PNG`);
    expect(pngWidth(picture.path)).toBe(2 * ((await figure.boundingBox())?.width ?? NaN));
    const numbers = await lab.download(`${title}: save as CSV`);
    expect(numbers.name).toMatch(new RegExp(`^chorus-${name}-\\d+-figure-[a-z-]+\\.csv$`));
    expect(await numbers.text()).toMatch(/^series,origin,x,y,low,high\r?\n[^]+,measured,/);
    expect(await (await lab.download('Save replicates')).text()).toMatch(/seed[^]*\n.*(42|44)/);
  }
});

/** Out of the head of the file: a picture that is none has no such width. */
function pngWidth(path: string): number {
  const bytes = readFileSync(path);
  return bytes.toString('latin1', 1, 4) === 'PNG' ? bytes.readUInt32BE(16) : NaN;
}

test('A setting that is not allowed says so and changes nothing', async ({ lab }) => {
  await lab.page.goto(`/${view}`);
  const replicates = lab.page.getByRole('spinbutton', { name: 'Replicates', exact: true });
  const before = await replicates.inputValue();
  await replicates.fill('1000000000');
  await lab.page.keyboard.press('Enter');
  await expect(lab.page.getByText(`Replicates stays ${before}`)).toBeVisible();
  await expect(replicates).toHaveValue(before);
});

test('Live goes on while an experiment runs, and the notebook is as it was when one comes back', async ({ lab }) => {
  await lab.open();
  await lab.page.getByRole('tab', { name: 'Experiments' }).click();
  await lab.page.getByRole('button', { name: /^Phase diagram/ }).click();
  await lab.button('Quick').click();
  await lab.button('Run').click();
  await lab.page.getByRole('tab', { name: 'Live' }).click();
  // The readouts come back empty, and hear of the run a moment later.
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(0);
  const then = await lab.number('Simulated time');
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(then + 1);
  await lab.page.getByRole('tab', { name: 'Experiments' }).click();
  await expect(lab.page.getByRole('heading', { name: /^How much noise/ })).toBeVisible();
  await expect(lab.page.getByRole('heading', { name: 'Verdict', exact: true })).toBeVisible({ timeout: 90_000 });
});

test('Where the system chooses the colours, all that stands on the chosen experiment has the colour for it', async ({ lab }) => {
  await lab.page.emulateMedia({ forcedColors: 'active' });
  await lab.page.goto(`/${view}`);
  const card = lab.page.getByRole('button', { name: /^The paper’s table/ });
  await expect(card).toHaveAttribute('aria-current');
  const inks = await card.evaluate((button) => [button, ...button.querySelectorAll('*')].map((element) => getComputedStyle(element).color));
  expect(new Set(inks).size).toBe(1);
});

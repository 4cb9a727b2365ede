/** What goes into the notebook of experiments and out of it: links, files, a counterexample to look at; and what fails in it. */
import { expect, type Locator } from '@playwright/test';
import type { Laboratory } from './laboratory.ts';
import { test } from './laboratory.ts';

const field = (lab: Laboratory, name: string) => lab.page.getByRole('spinbutton', { name, exact: true });

test('A link opens an experiment with its settings, and Copy link gives it again', async ({ lab, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.page.goto('/#1&view=experiments&experiment=phase-diagram&experiment.seed=7&experiment.settings.columns=4');
  await expect(lab.page.getByRole('heading', { name: /^How much noise/ })).toBeVisible();
  await expect(field(lab, 'Seed')).toHaveValue('7');
  await expect(field(lab, 'Couplings')).toHaveValue('4');
  await field(lab, 'Noises').fill('3');
  await lab.page.keyboard.press('Enter');
  await lab.page.waitForURL(/settings\.rows=3/);
  await lab.button('Copy link').click();
  await expect(lab.page.getByText('The link is copied')).toBeVisible();
  const link = await lab.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toBe(
    '#1&view=experiments&experiment=phase-diagram&experiment.seed=7&experiment.settings.columns=4&experiment.settings.rows=3',
  );
});

test('What makes no sense of a link is as usual, and told; the rest is kept', async ({ lab }) => {
  await lab.page.goto(
    '/#1&view=experiments&experiment=phase-diagram&experiment.seed=7&experiment.replicates=1000000000&experiment.settings.colums=4',
  );
  await expect(lab.page.getByText('Some settings of this link could not be read')).toBeVisible();
  await expect(lab.page.getByText('replicates: found 1000000000; allowed: a whole number from 1 to 100')).toBeVisible();
  await expect(lab.page.getByText(/^settings\.colums: found an unknown key.*did you mean "columns"/)).toBeVisible();
  await expect(field(lab, 'Couplings')).toHaveValue('24');
  await lab.page.waitForURL(/experiment=phase-diagram&experiment\.seed=7$/);
});

test('An experiment that was saved is opened by button and by drop; one with faults changes nothing and tells them all', async ({
  lab,
}) => {
  await lab.page.goto('/#1&view=experiments&experiment=phase-diagram&experiment.replicates=2&experiment.settings.rows=3');
  await expect(field(lab, 'Noises')).toHaveValue('3');
  const { path } = await lab.download('Save experiment');
  await lab.page.getByRole('button', { name: /^Coupling sweep/ }).click();
  await expect(lab.page.getByRole('heading', { name: /^At which coupling/ })).toBeVisible();
  const chooser = lab.page.waitForEvent('filechooser');
  await lab.button('Open experiment').click();
  await (await chooser).setFiles(path);
  await expect(lab.page.getByRole('heading', { name: /^How much noise/ })).toBeVisible();
  await expect(field(lab, 'Noises')).toHaveValue('3');

  await drop(lab, 'wrong.json', '{"schema": "chorus.experiment/1", "experiment": "phase-diagram", "seed": -1, "settings": {"rows": 0}}');
  const dialog = lab.page.getByRole('dialog', { name: 'wrong.json was not opened' });
  await expect(dialog.getByText('seed', { exact: true })).toBeVisible();
  await expect(dialog.getByText('settings.rows')).toBeVisible();
  await expect(dialog.getByText('allowed: a whole number from 2 to 100')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(field(lab, 'Noises')).toHaveValue('3');

  await lab.page.getByRole('tab', { name: 'Guide' }).click();
  await drop(lab, 'right.json', '{"schema": "chorus.experiment/1", "experiment": "phase-diagram", "settings": {"rows": 5}}');
  await expect(lab.page.getByText('right.json is open')).toBeVisible();
  await expect(field(lab, 'Noises')).toHaveValue('5');
});

test('The counterexample of the hunt is seen in Live and in Trace', async ({ lab }) => {
  await lab.page.goto('/#1&view=experiments&experiment=split-brain-hunt&experiment.seed=44&experiment.replicates=3');
  await lab.button('Run').click();
  await lab.button('Open in Live').click({ timeout: 60_000 });
  await expect(lab.page.getByRole('alert', { name: 'Violations' })).toContainText('agreement', { timeout: 60_000 });

  await lab.page.getByRole('tab', { name: 'Experiments' }).click();
  await lab.button('Open in Trace').click();
  await expect(lab.page.getByRole('img', { name: 'Space-time diagram' })).toBeVisible();
  await expect(lab.page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true');
  const summary = lab.page.locator('#trace-summary');
  await expect(summary).toContainText(/[1-9]\d* events/, { timeout: 30_000 });
  // The run goes on past it: the way back is to press its time.
  const broken = lab.page.getByRole('alert', { name: 'Violations' });
  await expect(broken).toContainText('agreement', { timeout: 60_000 });
  const time = broken.getByRole('button').first();
  const atS = Number.parseFloat(await time.innerText());
  await expect.poll(() => fromS(summary), { timeout: 60_000 }).toBeGreaterThan(atS);
  await time.click();
  await expect.poll(() => fromS(summary)).toBeLessThan(atS);
  await expect(lab.button('Follow')).toHaveAttribute('aria-pressed', 'false');
});

test('A replicate that breaks its worker is told as failed, and the rest stands', async ({ lab }) => {
  await lab.page.addInitScript(breakJob, 3);
  await lab.page.goto(
    '/#1&view=experiments&experiment=phase-diagram&experiment.replicates=1&experiment.settings.columns=3&experiment.settings.rows=2',
  );
  await expect(field(lab, 'Couplings')).toHaveValue('3');
  await lab.button('Run').click();
  await lab.page.getByText('One job failed; the rest stands').click({ timeout: 60_000 });
  await expect(lab.page.getByText(/^K = .*, seed 42: planted$/)).toBeVisible();
  await expect(lab.page.getByRole('heading', { name: /^Verdict/ })).toHaveText(/5 of 6 jobs/);
});

/** Where what is in sight begins. */
const fromS = async (summary: Locator): Promise<number> => Number(/In sight from ([\d.]+) s/.exec(await summary.innerText())?.[1]);

async function drop(lab: Laboratory, name: string, text: string): Promise<void> {
  const files = await lab.page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'application/json' }));
      return data;
    },
    [name, text] as const,
  );
  await lab.page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

/** Whoever is given this job dies of it. */
function breakJob(job: number): void {
  const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')?.value as (...args: unknown[]) => void;
  Object.assign(Worker.prototype, {
    postMessage(this: Worker, message: { path?: string[]; argumentList?: { value: unknown }[] }, ...rest: unknown[]) {
      if (message.path?.[0] === 'run' && message.argumentList?.[1]?.value === job) {
        this.dispatchEvent(new ErrorEvent('error', { message: 'planted' }));
      } else post.call(this, message, ...rest);
    },
  });
}

test('On a phone all columns of the paper’s table are in sight', async ({ lab }) => {
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await lab.page.goto('/#1&view=experiments&experiment=paper-table&experiment.replicates=2');
  await lab.button('Run').click();
  const table = lab.page.getByRole('region', { name: 'The paper’s table' });
  await expect(table.getByText(/tokens\/s/).first()).toBeVisible({ timeout: 60_000 });
  expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await lab.button('Cancel').click();
});

/** Whole journeys by keyboard alone: nothing is pointed at, and the focus goes nowhere but by Tab and arrows. */
import { expect, test as plain, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { test } from './laboratory.ts';

/** More stops than any view has. */
const mostStops = 150;

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached by Tab`);
}

async function goTo(page: Page, view: string, presses: number): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }).first());
  for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: view, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: view, exact: true })).toHaveAttribute('aria-selected', 'true');
}

plain('A first visit: K is changed, the mesh cut and healed, the run exported', { tag: '@webgl' }, async ({ page }) => {
  await page.goto('/');
  const card = (name: RegExp) => page.getByRole('dialog', { name });
  await expect(card(/^1 of 4/)).toBeVisible();
  await tabTo(page, page.getByRole('slider', { name: 'Coupling K', exact: true }));
  await page.keyboard.press('PageUp');
  await expect(card(/^2 of 4/)).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('status', { name: 'Components', exact: true })).toHaveText('2');
  await expect(card(/^3 of 4/)).toBeVisible();
  await page.keyboard.press('h');
  await expect(page.getByRole('status', { name: 'Components', exact: true })).toHaveText('1');
  await expect(card(/^4 of 4/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(/./)).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: 'Export run', exact: true }));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const { 'run.json': document = new Uint8Array() } = unzipSync(readFileSync(await download.path()));
  const { scenario } = JSON.parse(strFromU8(document)) as {
    readonly scenario: { readonly interventions: readonly { readonly do: string }[] };
  };
  expect(new Set(scenario.interventions.map((one) => one.do))).toEqual(new Set(['set', 'partition', 'heal']));
});

test('An experiment is chosen, set, run and read; then an event is looked into, and a cut drawn', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await goTo(page, 'Experiments', 1);
  await tabTo(page, page.getByRole('button', { name: /^Phase diagram/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^How much noise/ })).toBeVisible();
  for (const [field, value] of [
    ['Couplings', '4'],
    ['Noises', '2'],
    ['Replicates', '1'],
    ['Settling', '500'],
  ] as const) {
    await tabTo(page, page.getByRole('spinbutton', { name: field, exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await tabTo(page, lab.button('Run'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Everything is done')).toBeVisible({ timeout: 90_000 });
  await tabTo(page, page.getByRole('img', { name: 'Order over coupling and noise' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^K 0.5, σ/)).toBeVisible();

  await goTo(page, 'Trace', 1);
  await expect.poll(() => lab.number('Events in sight')).toBeGreaterThan(100);
  await tabTo(page, page.getByRole('img', { name: 'Space-time diagram', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Causal cone' })).toContainText(/past[\d,]+future[\d,]+concurrent[\d,]+/);
  await page.keyboard.press('c');
  await expect(page.getByRole('status', { name: 'Cut', exact: true })).toContainText('Consistent');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Causal cone' })).toBeHidden();
});

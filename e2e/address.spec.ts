/** The address of the page, and how it opens for those who asked their system for something. */
import { expect } from '@playwright/test';
import { test } from './laboratory.ts';

test('A link is kept as far as it makes sense, and every fault is told; one that makes none at all opens the defaults', async ({ lab }) => {
  await lab.open('#1&preset=nope&seed=-1&field.coupling=3');
  await expect(lab.page.getByText('Part of this link could not be read')).toBeVisible();
  await expect(lab.page.getByText(/^preset: found "nope"; allowed: "paper"/)).toBeVisible();
  await expect(lab.page.getByText(/^seed: found -1; allowed: a whole number/)).toBeVisible();
  await expect(lab.slider('Coupling K')).toHaveAttribute('aria-valuenow', '3');

  await lab.page.evaluate(() => {
    location.hash = '#nonsense';
  });
  await expect(lab.page.getByText('This link could not be read', { exact: true })).toBeVisible();
  await expect(lab.slider('Coupling K')).toHaveAttribute('aria-valuenow', '2');
});

test('What was wrong with a link stands above the view, over none of it, and the view takes what room is left', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#1&seed=-1');
  const notice = page.getByText('Part of this link could not be read').locator('..');
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const box = await notice.boundingBox();
    const view = await page.getByRole('main').boundingBox();
    if (box === null || view === null) throw new Error('both have a box');
    expect(box.height, `at ${String(width)} pixels`).toBeGreaterThan(20);
    expect(box.y + box.height, `at ${String(width)} pixels`).toBeLessThanOrEqual(view.y);
    if (width === 1440) expect(view.y + view.height).toBeLessThanOrEqual(height);
  }
});

test('Copy link gives an address that opens the same parameters', async ({ lab, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open('#1&preset=paper');
  await expect(lab.page.getByRole('combobox', { name: 'Preset' })).toHaveText(/The paper/);
  await lab.slider('Coupling K').focus();
  await lab.page.keyboard.press('End');
  await lab.button('Copy link').click();
  await expect(lab.page.getByText('The link is copied')).toBeVisible();
  const link = await lab.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toBe('#1&preset=paper&field.coupling=8');
  await lab.page.goto('about:blank');
  await lab.page.goto(link);
  await expect(lab.slider('Coupling K')).toHaveAttribute('aria-valuenow', '8');
});

test('A reload finds the parameters again', async ({ lab }) => {
  await lab.open();
  await lab.page.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await lab.page.keyboard.press('Enter');
  await lab.page.waitForURL(/seed=7/);
  await lab.page.reload();
  await expect(lab.page.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('7');
});

test('With reduced motion the run waits for Play', async ({ lab }) => {
  await lab.page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open();
  await lab.page.waitForTimeout(1_000);
  expect(await lab.number('Simulated time')).toBe(0);
  await expect(lab.page.getByText('Press Play')).toBeVisible();
  await lab.button('Play').click();
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(0.5);
});

test('At 3440, 1440, 768, 390 and 360 pixels nothing is wider than the page', async ({ lab }) => {
  await lab.open();
  for (const [width, height] of [
    [3440, 1440],
    [1440, 900],
    [768, 1024],
    [390, 844],
    [360, 740],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    await expect(lab.slider('Coupling K')).toBeVisible();
    await expect.poll(() => lab.page.evaluate(() => document.documentElement.scrollWidth), `at ${width} pixels`).toBeLessThanOrEqual(width);
  }
});

test('The page paints a still circle before any script of it has run', async ({ lab }) => {
  await lab.page.route(/\.js$/, (route) => route.abort());
  lab.expectOnConsole(/ERR_FAILED|Failed to fetch dynamically imported module/);
  await lab.page.goto('/');
  await expect(lab.page.getByRole('img', { name: 'A circle of oscillators, about to move' })).toBeVisible();
});

test('A link opens the views beside the run as they were set; what makes no sense of it is as usual, and told', async ({ lab }) => {
  await lab.page.goto('/#1&view=dynamics&dynamics.part=noise&noise.drift=2.5');
  await expect(lab.page.getByRole('tab', { name: 'Noise laws' })).toHaveAttribute('aria-selected', 'true');
  await expect(lab.slider('Drift μ')).toHaveAttribute('aria-valuenow', '2.5');
  await lab.slider('Drift μ').focus();
  await lab.page.keyboard.press('End');
  await lab.page.waitForURL(/noise\.drift=5$/);
  await lab.page.reload();
  await expect(lab.slider('Drift μ')).toHaveAttribute('aria-valuenow', '5');

  await lab.page.evaluate(() => {
    location.hash = '#1&view=rope&rope.agents=4&rope.agent=9';
  });
  await expect(lab.page.getByText('Some settings of this link could not be read')).toBeVisible();
  await expect(lab.page.getByText('rope.agent: found 9; allowed: a whole number from 1 to 3')).toBeVisible();
  await expect(lab.slider('Agents M')).toHaveAttribute('aria-valuenow', '4');
  await lab.page.waitForURL(/#1&view=rope&rope\.agents=4$/);
});

/**
 * How every view looks, in both themes, against pictures taken before (`looks/`): the run stands still after so many steps, and
 * the circle is the flat one, since WebGL draws otherwise on every machine. Another browser or other fonts draw otherwise too:
 * there nothing is compared, and the tally says so. `npm run looks` takes the pictures anew.
 */
import { expect, type Page } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, withoutWebGl } from './laboratory.ts';

const directory = join(import.meta.dirname, 'looks');
const madeWithPath = join(directory, 'made-with.json');

interface MadeWith {
  readonly browser: string;
  readonly fonts: string;
}

/** Of the browser and of the fonts that the page finds: a digest over the pixels of some words in its three families. */
async function drawnWith(page: Page): Promise<MadeWith> {
  const fonts = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [600, 120];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return 'no canvas';
    const style = getComputedStyle(document.documentElement);
    ['--font', '--font-serif', '--font-mono'].forEach((family, i) => {
      context.font = `16px ${style.getPropertyValue(family)}`;
      context.fillText('Sphinx of black quartz, judge my vow: θ ψ σ Δ 0123456789', 4, 30 + 36 * i);
    });
    const digest = await crypto.subtle.digest('SHA-256', context.getImageData(0, 0, 600, 120).data);
    return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
  return { browser: `Chromium ${page.context().browser()?.version() ?? ''}`, fonts };
}

async function isMeasured(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Verdict', exact: true })).not.toHaveText(/Being measured/);
}

/** Where each view stands still, and what says that it is there. */
const views: readonly { readonly name: string; readonly there: (page: Page) => Promise<void> }[] = [
  {
    name: 'Live',
    there: async (page) => {
      await expect(page.getByRole('img', { name: 'Tokens over time' })).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Preset', exact: true })).toBeVisible();
    },
  },
  { name: 'Experiments', there: async (page) => expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible() },
  { name: 'Trace', there: async (page) => expect(page.getByRole('img').first()).toBeVisible() },
  { name: 'Inverse-RoPE', there: isMeasured },
  { name: 'Dynamics', there: isMeasured },
  { name: 'Guide', there: async (page) => expect(page.getByRole('heading', { name: 'What a partition does' })).toBeVisible() },
];

// Three quarters of the pixels each way: the pictures weigh half, and what has moved is seen all the same.
test.use({ deviceScaleFactor: 0.75 });

for (const theme of ['dark', 'light'] as const) {
  test(`Every view looks in the ${theme} theme as it did`, async ({ lab }, { config }) => {
    const { page } = lab;
    await page.addInitScript(withoutWebGl);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1200, height: 760 });
    await lab.open();
    const now = await drawnWith(page);
    if (config.updateSnapshots === 'all') {
      mkdirSync(directory, { recursive: true });
      writeFileSync(madeWithPath, `${JSON.stringify(now, null, 2)}\n`);
    }
    const before: unknown = existsSync(madeWithPath) ? JSON.parse(readFileSync(madeWithPath, 'utf8')) : undefined;
    const same = JSON.stringify(before) === JSON.stringify(now);
    test.skip(
      !same,
      `the pictures were taken with ${JSON.stringify(before)}, this is ${JSON.stringify(now)}; "npm run looks" takes them anew`,
    );

    await lab.button('Partition').click();
    for (let step = 1; step <= 60; step++) await page.keyboard.press('.');
    await expect.poll(() => lab.text('Simulated time')).toBe('0.60 s');
    for (const { name, there } of views) {
      await page.getByRole('tab', { name, exact: true }).click();
      await there(page);
      // How long an experiment takes is another matter on every machine.
      const mask = [
        lab
          .button('Run')
          .locator('..')
          .filter({ has: page.getByText(/on this machine|being measured/) }),
      ];
      await expect.soft(page).toHaveScreenshot(`${name.toLowerCase()}-${theme}.png`, {
        mask,
        maxDiffPixelRatio: 0.002,
        scale: 'device',
        timeout: 30_000,
      });
    }
  });
}

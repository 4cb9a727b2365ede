/** The guide: figures that run while they are looked at, and what they load into the laboratory. */
import { expect } from '@playwright/test';
import { test } from './laboratory.ts';

test('A figure runs while it can be seen, is changed by its own buttons, and loads into Live', async ({ lab }) => {
  const { page } = lab;
  await lab.open('#1&view=live');
  await page.getByRole('tab', { name: 'Guide' }).click();
  const workers = (): number => page.workers().length;
  const figure = page.getByRole('figure').filter({ has: page.getByRole('img', { name: 'One mesh, gathering' }) });
  await expect(figure).toContainText(/Order r = \d\.\d\d/, { timeout: 60_000 });
  await figure.getByRole('button', { name: 'Cut' }).click();
  await expect(figure).toContainText('2 components');
  const before = workers();
  await page.getByRole('heading', { name: 'Every parameter' }).scrollIntoViewIfNeeded();
  await expect.poll(workers).toBeLessThan(before);

  const legacy = page.getByRole('figure').filter({ has: page.getByRole('img', { name: 'Legacy under the same cut' }) });
  await legacy.scrollIntoViewIfNeeded();
  await expect(legacy).toContainText(/[1-9]\d* conflicts/, { timeout: 60_000 });
  await lab.button('Open in Live: A cut, Legacy').click();
  await expect(page.getByRole('tab', { name: 'Live' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('combobox', { name: 'Protocol', exact: true })).toHaveText(/^Legacy$/);
  // The button that was pressed is gone with the guide.
  await expect(page.getByRole('tab', { name: 'Live' })).toBeFocused();
});

test('With reduced motion a figure stands still at a moment that shows something, until it is played', async ({ lab }) => {
  const { page } = lab;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open();
  await page.getByRole('tab', { name: 'Guide' }).click();
  const clocks = page.getByRole('figure').filter({ has: page.getByRole('img', { name: 'Five Lamport clocks' }) });
  await clocks.scrollIntoViewIfNeeded();
  const told = clocks.getByText(/^Lamport times/);
  await expect(told).toBeVisible({ timeout: 60_000 });
  await page.waitForTimeout(1_500);
  const still = await told.innerText();
  await page.waitForTimeout(2_500);
  expect(await told.innerText()).toBe(still);
  await clocks.getByRole('button', { name: 'Play Five Lamport clocks' }).click();
  await expect(told).not.toHaveText(still);
});

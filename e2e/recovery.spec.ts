/** What may break under the page: its worker, its graphics. The person is told, and nothing is lost. */
import { expect } from '@playwright/test';
import { test, withoutWebGl, type Laboratory } from './laboratory.ts';

async function runAndCut(lab: Laboratory): Promise<number> {
  await lab.open();
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
  const cutS = await lab.number('Simulated time');
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(cutS + 1);
  return lab.number('Simulated time');
}

async function bringBack(lab: Laboratory, reachedS: number): Promise<void> {
  const alert = lab.page.getByRole('alert');
  await expect(alert).toContainText('Nothing that you did is lost');
  await alert.getByRole('button', { name: 'Bring the run back' }).click();
  await expect(alert).toBeHidden();
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(reachedS);
  // The cut was made by hand: the page has kept it.
  expect(await lab.number('Components')).toBe(2);
  await lab.button('Heal').click();
  await expect.poll(() => lab.number('Components')).toBe(1);
}

test('A worker that throws is told, and its run comes back with what was done to it', async ({ lab }) => {
  lab.expectOnConsole(/planted/);
  const reachedS = await runAndCut(lab);
  await lab.page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted by a test');
    });
  });
  await expect(lab.page.getByRole('alert')).toContainText('planted by a test');
  await bringBack(lab, reachedS);
});

test('A worker that falls silent is told within seconds, and its run comes back', async ({ lab }) => {
  const reachedS = await runAndCut(lab);
  // The answer never comes: that is the point.
  lab.page
    .workers()[0]
    ?.evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await expect(lab.page.getByRole('alert')).toContainText('has not answered', { timeout: 15_000 });
  await bringBack(lab, reachedS);
});

test('Without WebGL the page draws flat and does everything else', async ({ lab }) => {
  await lab.page.addInitScript(withoutWebGl);
  await lab.open();
  const circle = lab.page.getByRole('img', { name: 'Phase circle' });
  await expect(circle).toBeVisible();
  const before = await circle.screenshot();
  await expect.poll(async () => (await circle.screenshot()).equals(before)).toBe(false);
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
});

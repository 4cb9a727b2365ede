/** The first visit, by keyboard alone, and the gallery of presets. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as plain } from '@playwright/test';
import { boxOf, test, type Box } from './laboratory.ts';

plain('A first visit is offered the tour, a second one is not; each step is over when it was done, by keyboard alone', async ({ page }) => {
  await page.goto('/');
  const card = (name: RegExp) => page.getByRole('dialog', { name });
  const goTo = async (name: string): Promise<void> => {
    const button = page.getByRole('button', { name: `Go to ${name}`, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await expect(card(/^1 of 4: Drag Coupling K/)).toBeVisible();
  // Above what moves, over none of it, and over no control.
  const readouts = page.getByRole('status', { name: 'Order parameter', exact: true });
  await expect.poll(async () => bottomOf(await boxOf(card(/^1 of 4/))) - (await boxOf(readouts)).y).toBeLessThanOrEqual(0);
  await expect(page.locator('aside [data-pointed]')).toContainText('Coupling');
  // It waits for the person, whatever the run does meanwhile.
  await page.waitForTimeout(2_000);
  await expect(card(/^1 of 4/)).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await goTo('Coupling K');
  await expect(page.getByRole('slider', { name: 'Coupling K' })).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(card(/^2 of 4: Cut the mesh/)).toBeVisible();
  await goTo('Partition');
  await page.keyboard.press('Enter');
  await expect(card(/^3 of 4: Heal it/)).toBeVisible();
  await goTo('Heal');
  await page.keyboard.press('Enter');
  await expect(card(/^4 of 4/)).toBeVisible();
  await goTo('Protocol');
  await page.keyboard.press('Enter');
  const legacy = page.getByRole('option', { name: /^Legacy$/ });
  // The list hears keys a moment after it is seen; Legacy stands two below The Chorus, strict one further.
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(legacy).toHaveAttribute('data-highlighted', '', { timeout: 300 });
  }).toPass();
  await page.keyboard.press('Enter');
  await goTo('Partition');
  await page.keyboard.press('Enter');
  await expect(card(/^That is the paper, felt/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('status', { name: 'Split-brain conflicts', exact: true })).toHaveAttribute('data-tone', 'danger');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'End tour' }).focus();
  await page.keyboard.press('Enter');
  await expect(card(/./)).toHaveCount(0);

  await page.goto('about:blank');
  await page.goto('/');
  await expect(page.getByRole('status', { name: 'Simulated time', exact: true })).toHaveText(/[1-9]\d*\.\d+ s$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('The tour is found again, fits a narrow phone, and starts with Play where nothing moves', async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open();
  await lab.button('Tour').click();
  const card = page.getByRole('dialog', { name: /^1 of 4/ });
  await expect(card).toContainText('Press Play first');
  await lab.button('Go to Play').click();
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Drag it to the right');
  await lab.button('Go to Coupling K').click();
  await expect(lab.slider('Coupling K')).toBeFocused();
  await expect
    .poll(async () => {
      const box = await card.boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 740;
    })
    .toBe(true);
  await lab.button('Skip step').click();
  await expect(page.getByRole('dialog', { name: /^2 of 4/ })).toBeVisible();
  await lab.button('End tour').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const [width, height] of [
  [390, 844],
  [1024, 768],
] as const)
  test(`On a screen of ${String(width)} by ${String(height)} the circle and its coupling stand in sight below the card of the tour`, async ({
    lab,
  }) => {
    const { page } = lab;
    await page.setViewportSize({ width, height });
    await lab.open();
    await lab.button('Tour').click();
    const circle = page.getByRole('img', { name: 'Phase circle' });
    await expect
      .poll(async () => {
        const card = bottomOf(await boxOf(page.getByRole('dialog', { name: /^1 of 4/ })));
        const coupling = bottomOf(await boxOf(lab.slider('Coupling K')));
        // On a phone the bar that drives the run stands at the foot.
        const foot = width < 768 ? (await boxOf(lab.slider('Speed'))).y : height;
        return card > 0 && (await boxOf(circle)).y >= card && coupling <= foot;
      })
      .toBe(true);
    // Further down the page it stays.
    await lab.button('Skip step').click();
    await lab.button('Import').scrollIntoViewIfNeeded();
    await expect(page.getByRole('dialog', { name: /^2 of 4/ })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

test('The gallery takes a picture of each preset, and starts the one that is chosen', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await lab.button('Gallery').click();
  const gallery = page.getByRole('dialog', { name: 'Presets' });
  await expect(gallery.getByRole('img', { name: /^After 60 s: 2 components, order 0\.\d+, \d+ tokens pending$/ })).toHaveCount(2, {
    timeout: 90_000,
  });
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await gallery.getByRole('button', { name: /Planet/ }).click();
  await expect(gallery).toBeHidden();
  await expect(lab.slider('Agents M')).toHaveAttribute('aria-valuenow', '20');
});

function bottomOf({ y, height }: Box): number {
  return y + height;
}

/** What can be done by name and by key: the palette, the sheet of keys, the theme. */
import { expect } from '@playwright/test';
import { test } from './laboratory.ts';

test('The palette finds a command, a protocol, a view and a parameter by a part of their names', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  const find = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await find('prtition');
  await expect.poll(() => lab.number('Components')).toBe(2);
  await find('legacy');
  await expect(page.getByRole('combobox', { name: 'Protocol', exact: true })).toHaveText(/^Legacy$/);
  await find('guide');
  await expect(page.getByRole('tab', { name: 'Guide' })).toHaveAttribute('aria-selected', 'true');
  await find('drift');
  const drift = page.getByRole('dialog', { name: 'Clock drift' });
  await drift.getByRole('spinbutton', { name: 'Clock drift' }).fill('50');
  await page.keyboard.press('Enter');
  await drift.getByRole('button', { name: 'Reset to 20 ppm' }).click();
  await expect(drift.getByRole('spinbutton', { name: 'Clock drift' })).toHaveValue('20');
});

test('Views are gone through by arrow keys, and one is opened by Enter', async ({ lab }) => {
  const { page } = lab;
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await lab.open();
  await tab('Live').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tab('Guide')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(tab('Experiments')).toBeFocused();
  await expect(tab('Live')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(tab('Experiments')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'Experiments', exact: true })).toContainText(/\w{3}/);
  await expect(page.getByRole('tabpanel')).toHaveCount(1);
});

test('The palette opens while a number is typed, says when nothing is found, and goes without a trace', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await page.getByRole('spinbutton', { name: 'Seed' }).focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('zebra');
  await expect(page.getByRole('dialog', { name: 'Find' }).getByRole('status')).toHaveText('Nothing here is called “zebra”.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('spinbutton', { name: 'Seed' })).toBeFocused();
});

test('The palette is there before it is asked for; a key that comes before a dialog does nothing behind it', async ({ lab }) => {
  const { page } = lab;
  let ask = (): void => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  await page.route(/Keys-[^/]*\.js$/, async (route) => {
    await asked;
    await route.continue();
  });
  await lab.open();
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /Palette-[^/]*\.js$/.test(name))))
    .toBe(true);
  await page.keyboard.press('?');
  await page.keyboard.press('p');
  ask();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.page.getByRole('dialog')).toHaveCount(0);
  expect(await lab.number('Components')).toBe(1);
});

test('A key can be changed, not to one that is taken, is kept over a reload, and can be reset', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('button', { name: 'Key of Partition: p' }).click();
  await page.keyboard.press('h');
  await expect(sheet.getByRole('status')).toHaveText('h is the key of Heal. Give that another key first.');
  await page.keyboard.press('x');
  await expect(sheet.getByRole('status')).toHaveText('x is now the key of Partition.');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await page.reload();
  await expect(page.getByRole('status', { name: 'Simulated time', exact: true })).toHaveText(/\d s$/);
  await page.keyboard.press('p');
  await page.keyboard.press('x');
  await expect.poll(() => lab.number('Components')).toBe(2);
  await page.keyboard.press('?');
  await sheet.getByRole('button', { name: 'Reset keys' }).click();
  await expect(sheet.getByRole('button', { name: 'Key of Partition: p' })).toBeVisible();
});

test('The theme is the system’s until it is chosen, and then stays as chosen', async ({ lab }) => {
  const { page } = lab;
  const theme = async (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
  await page.emulateMedia({ colorScheme: 'dark' });
  await lab.open();
  expect(await theme()).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toBe('light');
  await lab.button('Theme: as the system').click();
  await lab.button('Theme: light').click();
  await expect(lab.button('Theme: dark')).toBeVisible();
  await expect.poll(theme).toBe('dark');
  await page.reload();
  await expect(lab.button('Theme: dark')).toBeVisible();
  expect(await theme()).toBe('dark');
});

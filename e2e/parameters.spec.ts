/** A parameter: what it is, typed, reset, with its landmarks. */
import { expect } from '@playwright/test';
import { test } from './laboratory.ts';

test('A value can be typed beside its slider, further than the slider goes; what is not allowed says so', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  const typed = page.getByRole('spinbutton', { name: 'Coupling K, typed' });
  await typed.fill('12.5');
  await page.keyboard.press('Enter');
  await expect(lab.slider('Coupling K')).toHaveAttribute('aria-valuetext', '12.50 1/s');
  await typed.fill('-3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Coupling K stays 12.5')).toBeVisible();
  await expect(typed).toHaveValue('12.50');
  // Not fifteen.
  await typed.fill('1,5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“1,5” was typed')).toBeVisible();
  await typed.press('ArrowDown');
  await typed.press('Enter');
  await expect(lab.slider('Coupling K')).toHaveAttribute('aria-valuetext', '12.49 1/s');
});

test('A double click takes a value back, and so does Delete; a preset’s own value counts', async ({ lab }) => {
  await lab.open('#1&preset=million&field.oscillators=256');
  const slider = lab.slider('Coupling K');
  await expect(slider).toHaveAttribute('aria-valuetext', '3.00 1/s');
  await slider.focus();
  await lab.page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '8.00 1/s');
  await lab.page.keyboard.press('Delete');
  await expect(slider).toHaveAttribute('aria-valuetext', '3.00 1/s');
  await lab.page.keyboard.press('End');
  await slider.locator('..').dblclick({ force: true });
  await expect(slider).toHaveAttribute('aria-valuetext', '3.00 1/s');
});

test('The name of a parameter opens all there is to know of it, by keyboard', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await lab.button('About Coupling K').focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Coupling K' });
  await expect(card).toContainText('0 … 100; the slider ends at 8');
  await expect(card).toContainText('field.coupling');
  await expect(card).toContainText('Kc is 1.090 now');
  expect(await card.locator('math').first().locator('mfrac').count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(lab.button('About Coupling K')).toBeFocused();
});

test('The noise at which the coupling of now gives way stands on the noise’s track', async ({ lab }) => {
  await lab.open();
  // Lorentzian: K = 2γ + σ².
  await expect(lab.page.getByRole('note', { name: 'σ_c 1.00', exact: true })).toBeVisible();
  await lab.page.getByRole('spinbutton', { name: 'Coupling K, typed' }).fill('5');
  await lab.page.keyboard.press('Enter');
  await expect(lab.page.getByRole('note', { name: 'σ_c 2.00', exact: true })).toBeVisible();
});

/** The view Inverse-RoPE: distances are read from carriers, lost across a cut, and back after the heal. */
import { expect } from '@playwright/test';
import { faultsInBothThemes } from './faults.ts';
import { test } from './laboratory.ts';

test('Distances are read from live carriers, lost across a cut, and back after the heal', async ({ lab }) => {
  await lab.page.goto('/#1&view=rope');
  const verdict = lab.page.getByRole('status', { name: 'Verdict', exact: true });
  await expect(verdict).toHaveText(/^Holds here: 40 pairs are read to/);
  for (const name of ['Positions', 'Ladder of phase differences', 'Likelihood of the distance', 'Error against the bound'])
    await expect(lab.page.getByRole('img', { name, exact: true })).toBeVisible();
  await lab.button('Cut carriers').click();
  await expect(verdict).toHaveText(/^Fails here: .* pairs across the cut are read at a wrong peak/, { timeout: 60_000 });
  await lab.button('Heal carriers').click();
  await expect(verdict).toHaveText(/^Holds here/, { timeout: 60_000 });
});

test('A partition of the live mesh makes the distances drift, and its heal brings them back', async ({ lab }) => {
  await lab.page.goto('/#1&view=rope&field.coupling=8&field.noise=1');
  await lab.choose('Phase source', 'Carriers of the live mesh');
  const verdict = lab.page.getByRole('status', { name: 'Verdict', exact: true });
  await expect(verdict).toHaveText(/^Holds here: .* K = 8\.00 is above the threshold/, { timeout: 30_000 });
  await lab.button('Partition').click();
  await expect(verdict).toHaveText(/^Fails here: .* pairs across the cut are read at a wrong peak/, { timeout: 120_000 });
  await lab.button('Heal').click();
  await expect(verdict).toHaveText(/^Holds here/, { timeout: 60_000 });
});

test('Phase noise moves the reading from the bound to a wrong peak', async ({ lab }) => {
  await lab.page.goto('/#1&view=rope');
  await lab.choose('Phase source', 'Noisy');
  const verdict = lab.page.getByRole('status', { name: 'Verdict', exact: true });
  await expect(verdict).toHaveText(/^Holds here/);
  await lab.slider('Phase noise s').focus();
  await lab.page.keyboard.press('End');
  await expect(verdict).toHaveText(/^Fails here: \d+% of 40 pairs/);
});

test('No fault that a machine finds, in either theme, while the carriers are cut', async ({ lab }) => {
  await lab.page.goto('/#1&view=rope');
  await lab.button('Cut carriers').click();
  await expect(lab.page.getByText('pairs across the cut')).toBeVisible();
  expect(await faultsInBothThemes(lab.page)).toEqual([]);
});

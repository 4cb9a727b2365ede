/** The view Dynamics: each part runs, says what it measured, and answers its controls. */
import { expect, type Locator, type Page } from '@playwright/test';
import { faultsInBothThemes } from './faults.ts';
import { test, type Laboratory } from './laboratory.ts';

const partNames = ['Sphere', 'Recovery', 'Noise laws', 'Token clock'] as const;

/** Of one part: for a moment after a change the panel of the part before is there too. */
const verdictOf = (page: Page, part: (typeof partNames)[number]): Locator =>
  page.getByRole('tabpanel', { name: part, exact: true }).getByRole('status', { name: 'Verdict', exact: true });

async function openDynamics({ page }: Laboratory): Promise<Locator> {
  await page.goto('/#1&view=dynamics');
  return verdictOf(page, 'Sphere');
}

test('Vectors on a sphere have the order of theory, and an even dimension has no jump', async ({ lab }) => {
  const verdict = await openDynamics(lab);
  await expect(verdict).toHaveText(/^ρ is 0\.\d+ at K = 0\.50, theory has 0\.51 for D = 3\. D = 3 is odd: order jumps to 0\.5/, {
    timeout: 90_000,
  });
  for (const name of ['Vectors', 'Order against coupling']) await expect(lab.page.getByRole('img', { name, exact: true })).toBeVisible();
  await lab.slider('Dimensions D').focus();
  await lab.page.keyboard.press('ArrowRight');
  await expect(verdict).toHaveText(/D = 4 is even: order sets in at a threshold/);
});

test('Agents tire between the Hopf points, a clamp is another law, and phases on the token clock stand still in silence', async ({
  lab,
}) => {
  await openDynamics(lab);
  const open = async (part: (typeof partNames)[number]): Promise<Locator> => {
    await lab.page.getByRole('tab', { name: part, exact: true }).click();
    return verdictOf(lab.page, part);
  };
  const recovery = await open('Recovery');
  await expect(recovery).toHaveText(/lies between the Hopf points 0\.331 and 1\.419: agent 0 goes round/);
  await lab.slider('Current I').focus();
  await lab.page.keyboard.press('Home');
  await expect(recovery).toHaveText(/all come to rest/);
  await expect(await open('Noise laws')).toHaveText(/of them stand on the wall: a clamp is another law/, { timeout: 60_000 });
  const tokens = await open('Token clock');
  await expect(tokens).toHaveText(/is below K\/2 = 2\.0: a step of 1\/f overshoots/, { timeout: 60_000 });
  await lab.button('Fall silent').click();
  await expect(tokens).toHaveText(/nobody has made a token/, { timeout: 30_000 });
});

test('No part has a fault that a machine finds, in either theme', async ({ lab }) => {
  const { page } = lab;
  await openDynamics(lab);
  for (const name of partNames) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel', { name, exact: true }).getByRole('img').first()).toBeVisible();
    expect(await faultsInBothThemes(page)).toEqual([]);
  }
});

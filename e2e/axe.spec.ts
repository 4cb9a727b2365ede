/** No fault that a machine finds: axe, in every view, in both themes, with every dialog open. */
import { expect } from '@playwright/test';
import { faultsInBothThemes } from './faults.ts';
import { test } from './laboratory.ts';

test('Live and Guide have no fault in either theme, with every dialog open', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await expect(page.getByRole('img', { name: 'Mesh' })).toBeVisible();
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
  // What moves takes axe's time.
  await lab.button('Pause').click();
  for (const name of ['More of Share', 'More of Field']) await lab.button(name).click();
  expect(await faultsInBothThemes(page)).toEqual([]);

  await page.getByRole('button', { name: /^Agent 2:/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Agent 2' }).getByText('Promised')).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.getByRole('dialog', { name: 'Agent 2' }).getByRole('button', { name: 'Close' }).click();

  await lab.button('Keyboard shortcuts').click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await lab.button('Gallery').click();
  await expect(page.getByRole('dialog', { name: 'Presets' })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await lab.button('Tour').click();
  await expect(page.getByRole('dialog', { name: /^1 of 4/ })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await lab.button('End tour').click();

  await lab.button('Find').click();
  await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.type('phase lag');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Phase lag α' })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await lab.button('About Noise σ').click();
  await expect(page.getByRole('dialog', { name: 'Noise σ' })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Guide' }).click();
  await expect(page.getByRole('heading', { name: 'What a partition does' })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
});

test('Experiments have no fault in either theme, with a finished run, its numbers and what it found', async ({ lab }) => {
  const { page } = lab;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/#1&view=experiments&experiment=split-brain-hunt&experiment.seed=44&experiment.replicates=3');
  await lab.button('Run').click();
  await expect(lab.button('Open in Trace')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Everything is done')).toBeVisible();
  await page.getByText('Numbers', { exact: true }).click();
  await expect(
    page.getByRole('region', { name: 'What breaks first: numbers' }).getByRole('rowheader', { name: 'agreement' }),
  ).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
});

test('Trace has no fault in either theme, with an event, a cut, another run, a log and its expressions in sight', async ({ lab }) => {
  const { page } = lab;
  await lab.open();
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect.poll(() => lab.number('Events in sight')).toBeGreaterThan(100);
  await lab.button('Pause').click();
  const diagram = page.getByRole('img', { name: 'Space-time diagram', exact: true });
  await diagram.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Causal cone' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('status', { name: 'Cut', exact: true })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find events' }).fill('promise');
  await expect(lab.button('Next found')).toBeVisible();
  for (const title of ['Compare', 'Lifelines', 'Patterns']) await page.getByRole('heading', { name: new RegExp(`^${title}`) }).click();
  await lab.button('Find rounds and duels').click();
  await expect(page.getByText(/rounds of prepare/)).toBeVisible();
  await lab.choose('With', 'Legacy, strict');
  await expect(page.getByRole('status', { name: 'Divergence', exact: true })).toContainText('They part first');
  expect(await faultsInBothThemes(page)).toEqual([]);

  const open = async (text: string): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), lab.button('Open log').click()]);
    await chooser.setFiles({ name: 'theirs.log', mimeType: 'text/plain', buffer: Buffer.from(text) });
  };
  await open('a {"a":1}\nasks\nb {"b":1,"a":1}\nhears\na {"a":4}\nends\nno event\n');
  await expect(page.getByText('3 events of 2 hosts')).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await lab.button('Expressions …').click();
  await expect(page.getByRole('dialog').getByRole('region', { name: 'First events' })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await open('nothing that is a log\n');
  await expect(page.getByRole('dialog')).toContainText('no event in any usual form');
  expect(await faultsInBothThemes(page)).toEqual([]);
});

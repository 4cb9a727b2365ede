/** A person at the space-time diagram: what happened, what could have caused what, and logs that others made. */
import { expect, type Locator } from '@playwright/test';
import { test, type Laboratory } from './laboratory.ts';

async function openTrace(lab: Laboratory): Promise<Locator> {
  await lab.open();
  await lab.page.getByRole('tab', { name: 'Trace' }).click();
  const diagram = lab.page.getByRole('img', { name: 'Space-time diagram', exact: true });
  await expect(diagram).toBeVisible();
  await expect.poll(() => lab.number('Events in sight')).toBeGreaterThan(100);
  return diagram;
}

async function openLog(lab: Laboratory, text: string): Promise<void> {
  const [chooser] = await Promise.all([lab.page.waitForEvent('filechooser'), lab.button('Open log').click()]);
  await chooser.setFiles({ name: 'theirs.log', mimeType: 'text/plain', buffer: Buffer.from(text) });
}

test('An event has a cone: past, future and concurrent are all the others', async ({ lab }) => {
  const diagram = await openTrace(lab);
  await lab.button('Pause').click();
  await diagram.focus();
  await lab.page.keyboard.press('Enter');
  const cone = lab.page.getByRole('list', { name: 'Causal cone' });
  await expect(cone).toContainText(/past[\d,]+future[\d,]+concurrent[\d,]+/);
  await lab.page.keyboard.press('Escape');
  await expect(cone).toBeHidden();
});

test('A straight cut is consistent; one with a dent is not, until it snaps', async ({ lab }) => {
  const diagram = await openTrace(lab);
  await lab.button('Pause').click();
  await lab.button('Show whole').click();
  await diagram.focus();
  await lab.page.keyboard.press('c');
  const verdict = lab.page.getByRole('status', { name: 'Cut', exact: true });
  await expect(verdict).toContainText('Consistent');
  const box = await diagram.boundingBox();
  if (box === null) throw new Error('the diagram has a place');
  // The handle of agent 8 of 16, in the middle of the plotted width.
  const y = box.y + 18 + (8.5 / 16) * (box.height - 40);
  const from = box.x + (68 + box.width - 12) / 2;
  await lab.page.mouse.move(from, y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(from + 60, y);
  await lab.page.mouse.move(from + 150, y);
  await lab.page.mouse.up();
  await expect(verdict).toContainText('Not consistent');
  await lab.button('Snap to the nearest consistent cut').click();
  await expect(verdict).toContainText('Consistent:');
});

test('A log of another system is drawn, its holes are told, and its text is never markup', async ({ lab }) => {
  await openTrace(lab);
  const text = 'a {"a":1}\n<img src=x onerror=alert(1)>\nb {"b":1,"a":1}\nhears\na {"a":4}\nends\n';
  await openLog(lab, text);
  await expect(lab.page.getByText('3 events of 2 hosts')).toBeVisible();
  await expect(lab.page.getByText('a: 2–3 (line 5)')).toBeVisible();
  await expect.poll(() => lab.number('Events in sight')).toBe(3);
  await lab.page.getByRole('searchbox', { name: 'Find events' }).fill('onerror');
  await lab.button('Next found').click();
  await expect(lab.page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(lab.page.locator('img[src=x]')).toHaveCount(0);
});

test('A file that is no log is refused with its reason, and the live run stays in sight', async ({ lab }) => {
  await openTrace(lab);
  await openLog(lab, 'hello\n');
  await expect(lab.page.getByText('theirs.log could not be read as a log')).toBeVisible();
  await expect.poll(() => lab.number('Events in sight')).toBeGreaterThan(100);
});

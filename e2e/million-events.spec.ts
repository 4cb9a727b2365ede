/** A million events of a hundred agents in the space-time diagram: none is lost on the way, and what is asked of them is answered. */
import { expect } from '@playwright/test';
import { address, agents, atLeast, eventsInPage, runInPage, runWith } from './bench/million-events.ts';
import { test, withoutWebGl } from './laboratory.ts';

test('A million events are in sight at once, are found, have a cone, and are told one by one up close', async ({ lab }) => {
  // A million events take their time to come about, here and in the page.
  test.setTimeout(300_000);
  const { page } = lab;
  await page.addInitScript(withoutWebGl);
  await lab.open(address);
  await runInPage(page);
  await page.getByRole('tab', { name: 'Trace' }).click();
  for (const name of ['Phases', 'Heartbeats']) await lab.button(name).click();
  const eventCount = await eventsInPage(page);
  expect(eventCount).toBeGreaterThan(atLeast);
  expect(eventCount, 'as many as a run has at one of its steps').toBe(runWith(eventCount).eventCount);
  await lab.button('Show whole').click();
  await expect.poll(() => lab.number('Events in sight')).toBe(eventCount);
  const diagram = page.getByRole('img', { name: 'Space-time diagram', exact: true });
  // No row of a hundred is empty, of a run in which everybody speaks all the time.
  await expect.poll(() => diagram.evaluate(paintedRows, agents)).toBe(agents);

  await page.getByRole('searchbox', { name: 'Find events' }).fill('agent 99 slot 3 apply');
  await expect(page.getByRole('status').filter({ hasText: /^1$/ })).toBeVisible();
  await lab.button('Next found').click();
  const cone = page.getByRole('list', { name: 'Causal cone' });
  // Nothing is lost on the way and the network is whole: every event is an agent's.
  await expect.poll(async () => (await sum(cone.innerText())) + 1).toBe(eventCount);

  await diagram.focus();
  const told = page.getByText(/events in sight\.$/);
  await expect(async () => {
    await page.keyboard.press('+');
    await expect(told).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await lab.number('Events in sight')).toBeGreaterThan(100);
});

async function sum(text: Promise<string>): Promise<number> {
  return ((await text).match(/[\d,]+/g) ?? []).reduce((total, number) => total + Number(number.replaceAll(',', '')), 0);
}

/** How many rows of the diagram have a bar above their lifeline. Read from a copy: the browser warns of a drawing that is read again and again. */
function paintedRows(canvas: HTMLElement, rows: number): number {
  const { width, height, clientHeight } = canvas as HTMLCanvasElement;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return 0;
  context.drawImage(canvas as HTMLCanvasElement, 0, 0);
  const [topPx, bottomPx] = [18, 22];
  let painted = 0;
  for (let row = 0; row < rows; row++) {
    const y = topPx + ((row + 0.3) / rows) * (clientHeight - topPx - bottomPx);
    const line = context.getImageData(width / 4, Math.round((y * height) / clientHeight), width / 2, 1).data;
    if (line.some((value, i) => i % 4 === 3 && value > 0)) painted++;
  }
  return painted;
}

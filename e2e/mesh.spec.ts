/** The mesh panel: messages that move, agents that are dragged across the cut, crashed and restarted. */
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { boxOf, hasSeenTour, test, type Laboratory } from './laboratory.ts';

const picture = (page: Page): Locator => page.getByRole('img', { name: 'Mesh', exact: true });
const agent = (page: Page, number: number): Locator => page.getByRole('button', { name: new RegExp(`^Agent ${String(number)}:`) });

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** The picture as it is drawn, as a short text. */
const drawn = (page: Page): Promise<string> =>
  picture(page).evaluate((canvas: HTMLCanvasElement) => {
    // Read from a copy: a canvas that is often read is drawn in another way.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let hash = 0;
    for (const value of data) hash = (Math.imul(hash, 31) + value) | 0;
    return String(hash);
  });

test('Messages travel between the agents in slow motion, and stand still in a pause', async ({ lab }) => {
  await lab.open();
  await expect(picture(lab.page)).toBeInViewport({ ratio: 1 });
  await expect(lab.page.getByRole('img', { name: 'Phase circle' })).toBeInViewport({ ratio: 0.99 });
  await expect(picture(lab.page)).toHaveAccessibleDescription(/16 agents; all that are up hear a quorum.*\d+ phase/);
  await lab.button('Slow motion').click();
  await expect(lab.slider('Speed')).toHaveAttribute('aria-valuetext', '0.05×');
  const seen = new Set<string>();
  const beganS = await lab.number('Simulated time');
  for (let look = 0; look < 12; look++) {
    seen.add(await drawn(lab.page));
    await lab.page.waitForTimeout(60);
  }
  // Many more pictures than steps of 0.01 s went by: what moves, moves between the steps too.
  const steps = Math.round(((await lab.number('Simulated time')) - beganS) / 0.01);
  expect(seen.size).toBeGreaterThanOrEqual(10);
  expect(steps).toBeLessThan(10 * 12);
  await lab.button('Pause').click();
  await lab.page.waitForTimeout(800);
  const still = await drawn(lab.page);
  await lab.page.waitForTimeout(500);
  expect(await drawn(lab.page)).toBe(still);
  await lab.button('Normal speed').click();
  await expect(lab.slider('Speed')).toHaveAttribute('aria-valuetext', '1×');
});

test('A kind of message is hidden by its button', async ({ lab }) => {
  await lab.open();
  const phase = lab.page.getByRole('button', { name: /^phase/ });
  await expect(phase).toHaveText(/phase\s*\d+/);
  await lab.button('Pause').click();
  await lab.page.waitForTimeout(800);
  const before = await drawn(lab.page);
  await phase.click();
  await expect(phase).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => drawn(lab.page)).not.toBe(before);
  await phase.click();
  await expect.poll(() => drawn(lab.page)).toBe(before);
});

test('Messages that are lost are counted beside the picture, in it and for who does not see it, until none is lost any more', async ({
  lab,
}) => {
  await lab.open();
  await settled(lab);
  const note = lab.page.getByRole('region', { name: 'The mesh' }).getByText(/✕ \d+ lost/);
  await expect(note).toBeHidden();
  const loss = lab.page.getByRole('spinbutton', { name: 'Message loss, typed' });
  await loss.fill('0.4');
  await loss.press('Enter');
  await expect(note).toBeVisible();
  await expect(picture(lab.page)).toHaveAccessibleDescription(/Lost: \d+\./);
  await loss.fill('0');
  await loss.press('Enter');
  await expect(note).toBeHidden();
  await expect(picture(lab.page)).not.toHaveAccessibleDescription(/Lost/);

  // At a cut more are lost than are drawn: that is read whole in a narrow panel too.
  await lab.page.setViewportSize({ width: 1280, height: 800 });
  await lab.button('Partition').click();
  await expect(note).toHaveText(/^✕ \d+ lost, \d+ of \d+ drawn$/);
  expect(await note.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('Where the system chooses the colours, the number on what is chosen has its colour', async ({ lab }) => {
  await lab.page.emulateMedia({ forcedColors: 'active' });
  await lab.open();
  const phase = lab.page.getByRole('button', { name: /^phase/ });
  await expect(phase).toHaveText(/phase\s*\d+/);
  const colours = await phase.evaluate((button) => {
    const count = button.querySelector('[data-part=count]');
    return [button, count].map((element) => (element === null ? '' : getComputedStyle(element).color));
  });
  expect(colours[1]).toBe(colours[0]);
});

test('An agent is cut off by a drag into the middle, and joins again by a drag onto another', async ({ lab }) => {
  await lab.open();
  await settled(lab);
  await drag(lab.page, await middleOf(agent(lab.page, 3)), await middleOf(picture(lab.page)));
  await expect.poll(() => lab.number('Components')).toBe(2);
  await expect(picture(lab.page)).toHaveAccessibleDescription(/groups 0–2, 4–15 \| 3; without a quorum: 3/);
  await lab.page.waitForTimeout(1_000);
  await drag(lab.page, await middleOf(agent(lab.page, 8)), await middleOf(agent(lab.page, 3)));
  await expect(picture(lab.page)).toHaveAccessibleDescription(/groups 0–2, 4–7, 9–15 \| 3, 8/);
  await lab.button('Heal').click();
  await expect.poll(() => lab.number('Components')).toBe(1);
});

test('In a ring of majorities no agent can be dragged, and the page says why', async ({ lab }) => {
  await lab.open();
  await settled(lab);
  await lab.choose('Partition shape', 'Ring of majorities');
  await lab.button('Partition').click();
  await expect(lab.button('Heal')).toHaveAttribute('aria-disabled', 'false');
  await drag(lab.page, await middleOf(agent(lab.page, 3)), await middleOf(picture(lab.page)));
  await expect(lab.page.getByText('Agents cannot be moved now')).toBeVisible();
});

test('By keyboard alone: to an agent, into its card, off from the others, and back', async ({ lab }) => {
  await lab.open();
  await agent(lab.page, 0).focus();
  await lab.page.keyboard.press('ArrowRight');
  await lab.page.keyboard.press('Enter');
  const card = lab.page.getByRole('dialog', { name: 'Agent 1', exact: true });
  await expect(card.getByText('Promised')).toBeVisible();
  await lab.page.keyboard.press('Tab');
  await card.getByRole('combobox', { name: 'Connected' }).focus();
  await lab.page.keyboard.press('Enter');
  await expect(lab.page.getByRole('option', { name: 'nobody' })).toBeVisible();
  // The list hears keys a moment after it is seen.
  await expect(async () => {
    await lab.page.keyboard.press('End');
    await expect(lab.page.getByRole('option', { name: 'nobody' })).toHaveAttribute('data-highlighted', '', { timeout: 1_000 });
  }).toPass();
  await lab.page.keyboard.press('Enter');
  await expect.poll(() => lab.number('Components')).toBe(2);
  await card.getByRole('button', { name: 'Close' }).focus();
  await lab.page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(agent(lab.page, 1)).toBeFocused();
});

test('The card of an agent stands beside the mesh, over no control of the circle', async ({ lab }) => {
  await lab.open();
  await settled(lab);
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [768, 1024],
  ] as const) {
    await lab.page.setViewportSize({ width, height });
    await agent(lab.page, 3).focus();
    await lab.page.keyboard.press('Enter');
    const card = lab.page.getByRole('dialog', { name: 'Agent 3', exact: true });
    await expect(card.getByText('Promised')).toBeVisible();
    const itsBox = await boxOf(card);
    const mesh = await boxOf(picture(lab.page));
    const colours = await boxOf(lab.page.getByRole('combobox', { name: 'Colour by' }));
    expect(itsBox.x, `at ${String(width)} pixels`).toBeGreaterThanOrEqual(0);
    expect(itsBox.x + itsBox.width, `at ${String(width)} pixels`).toBeLessThanOrEqual(mesh.x);
    expect(itsBox.y, `at ${String(width)} pixels`).toBeGreaterThanOrEqual(colours.y + colours.height);
    await card.getByRole('button', { name: 'Close' }).click();
  }
});

test('Crash, restart, pause by click and a drag are in the export, which replays to the same digest', async ({ lab }) => {
  await lab.open();
  await settled(lab);
  const place = await middleOf(agent(lab.page, 5));
  await lab.page.mouse.click(place.x, place.y);
  const card = lab.page.getByRole('dialog', { name: 'Agent 5', exact: true });
  await expect(card.getByText('hears a quorum')).toBeVisible();
  await card.getByRole('button', { name: 'Crash' }).click();
  await expect(card.getByText('down', { exact: true })).toBeVisible();
  await lab.page.waitForTimeout(1_000);
  await card.getByRole('button', { name: 'Restart, disk lost' }).click();
  await expect(card.getByText('hears a quorum')).toBeVisible();
  await card.getByRole('button', { name: 'Pause agent' }).click();
  await expect(card.getByText('paused', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'Resume agent' }).click();
  await card.getByRole('button', { name: 'Close' }).click();
  await drag(lab.page, await middleOf(agent(lab.page, 9)), await middleOf(picture(lab.page)));
  await expect.poll(() => lab.number('Components')).toBe(2);
  await lab.page.waitForTimeout(1_500);

  const { path } = await lab.download('Export run');
  const files = unzipSync(readFileSync(path));
  const record = JSON.parse(strFromU8(files['run.json'] ?? new Uint8Array())) as {
    digest: string;
    scenario: { interventions: { do: string; agent?: number; groups?: number[][] }[] };
  };
  const { interventions } = record.scenario;
  expect(interventions.map((intervention) => intervention.do)).toEqual(['crash', 'restart', 'pause', 'resume', 'partition']);
  expect(interventions[4]?.groups).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15], [9]]);
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'replay', path];
  expect(execFileSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).toContain(record.digest);
});

test('On the map of the world agents stand at their regions, and are cut off and joined by a drag as on the ring', async ({ lab }) => {
  await lab.open();
  await settled(lab);
  await lab.page.getByRole('group', { name: 'Layout' }).getByRole('button', { name: 'Map' }).click();
  const box = await picture(lab.page).boundingBox();
  if (box === null) throw new Error('the picture has no box');
  const share = async (number: number): Promise<number> => ((await middleOf(agent(lab.page, number))).x - box.x) / box.width;
  // Oregon, and Sydney.
  await expect.poll(() => share(15)).toBeLessThan(0.2);
  expect(await share(5)).toBeGreaterThan(0.85);
  await lab.page.waitForTimeout(1_000);
  const southernOcean = { x: box.x + 0.5 * box.width, y: box.y + 0.95 * box.height };
  await drag(lab.page, await middleOf(agent(lab.page, 15)), southernOcean);
  await expect(picture(lab.page)).toHaveAccessibleDescription(/groups 0–14 \| 15; without a quorum: 15/);
  await lab.page.waitForTimeout(1_000);
  await drag(lab.page, await middleOf(agent(lab.page, 5)), await middleOf(agent(lab.page, 15)));
  await expect(picture(lab.page)).toHaveAccessibleDescription(/groups 0–4, 6–14 \| 5, 15/);
});

test('On a phone the mesh is one tap away, and its card is a sheet with targets for a finger', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  await page.addInitScript(hasSeenTour);
  await page.goto('/');
  for (const small of [
    page.getByRole('tab', { name: 'Live' }),
    page.getByRole('tab', { name: 'Guide' }),
    page.getByRole('combobox', { name: 'Colour by' }),
    ...['Whole run', 'More plots', 'More of Field', 'More of Share', 'Gallery', 'About Coupling K', 'About Protocol', 'About Seed'].map(
      (name) => page.getByRole('button', { name, exact: true }),
    ),
  ]) {
    await expect(small).toBeVisible();
    const { width, height } = await boxOf(small);
    expect(Math.min(width, height), String(small)).toBeGreaterThanOrEqual(44);
  }
  // On the narrowest the last tab is still seen whole, and the circle ends where the parameters begin.
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('tab', { name: 'Guide' })).toBeInViewport({ ratio: 1 });
  await expect
    .poll(async () => {
      const [circle, parameters] = [
        await boxOf(page.getByRole('img', { name: 'Phase circle' })),
        await boxOf(page.getByRole('complementary')),
      ];
      return circle.y + circle.height - parameters.y;
    })
    .toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Mesh', exact: true }).tap();
  await expect(picture(page)).toBeInViewport({ ratio: 1 });
  const { x, y } = await middleOf(agent(page, 4));
  await page.touchscreen.tap(x, y);
  const card = page.getByRole('dialog', { name: 'Agent 4', exact: true });
  await expect(card.getByRole('button', { name: 'Crash' })).toBeVisible();
  for (const button of await card.getByRole('button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  // The page moves until the picture stands above the sheet, which ends where the screen does.
  await expect
    .poll(async () => {
      const [mesh, sheet] = [await boxOf(picture(page)), await boxOf(card)];
      return mesh.y >= 0 && mesh.y + mesh.height <= sheet.y && Math.round(sheet.y + sheet.height) === 844;
    })
    .toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
});

/** Until what comes a moment later (controls, plots) has its place, and nothing moves under the pointer. */
async function settled(lab: Laboratory): Promise<void> {
  await expect(agent(lab.page, 3)).toBeAttached();
  await expect(lab.page.getByRole('img', { name: 'Order parameter over time' })).toBeVisible();
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(3);
}

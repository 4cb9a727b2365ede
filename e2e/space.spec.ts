/** The stage in space, which only the browser with WebGL draws: in the other tests the circle is flat. */
import { expect, type Locator } from '@playwright/test';
import { faults } from './faults.ts';
import { test } from './laboratory.ts';

test(
  'The circle in space has no fault, is turned by keys and a drag, is flat while its context is lost, and comes back',
  {
    tag: '@webgl',
  },
  async ({ lab }) => {
    const { page } = lab;
    lab.expectOnConsole(/^THREE.WebGLRenderer: Context (Lost|Restored)/);
    // Nothing moves but what is turned.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lab.open();
    const space = page.getByRole('group', { name: 'Turn the phase circle with the arrow keys' });
    const circle = page.getByRole('img', { name: 'Phase circle' });
    await expect(space.locator(circle)).toBeVisible();
    await expect(page.getByRole('img', { name: 'Tokens over time' })).toBeVisible();
    expect(await faults(page)).toEqual([]);

    let seen = await settledPicture(circle);
    const isTurned = async (): Promise<void> => {
      await expect.poll(async () => (await drawn(circle)).equals(seen)).toBe(false);
      seen = await settledPicture(circle);
    };
    await space.focus();
    await page.keyboard.press('ArrowRight');
    await isTurned();
    await circle.dragTo(circle, { sourcePosition: { x: 60, y: 60 }, targetPosition: { x: 140, y: 60 } });
    await isTurned();

    const extension = await space
      .locator(circle)
      .evaluateHandle((canvas: HTMLCanvasElement) => canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context'));
    await expect(space).toBeFocused();
    await extension.evaluate((it) => it?.loseContext());
    await expect(space).toBeHidden();
    await expect(circle).toBeVisible();
    await extension.evaluate((it) => it?.restoreContext());
    await expect(space.locator(circle)).toBeVisible();
    await expect.poll(async () => (await drawn(circle)).equals(seen), 'as before the loss').toBe(true);
    await expect(space).toBeFocused();
  },
);

/** What it looks like when it changes no more. */
async function settledPicture(circle: Locator): Promise<Buffer> {
  let before: Buffer | undefined;
  let now = await drawn(circle);
  await expect
    .poll(async () => {
      [before, now] = [now, await drawn(circle)];
      return now.equals(before);
    })
    .toBe(true);
  return now;
}

/** What WebGL drew: the words over it and the ring about it are the page's. */
async function drawn(circle: Locator): Promise<Buffer> {
  return circle.screenshot({ style: '[role=group] { outline: none !important } [role=group] span { visibility: hidden }' });
}

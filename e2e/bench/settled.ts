/** How long a page takes to answer: from what a person does until what it tells changes for the last time. */
import type { Page } from '@playwright/test';

interface Watched {
  watched: { beganMs: number; changedMs: number; observer: MutationObserver };
}

/** Longer than anything on the way takes. */
const usualRestMs = 1_500;
const longestMs = 60_000;

/**
 * The clock starts at the first press or drop that reaches the page, and stops when the part of this name has
 * changed and then not again. @param restMs until when not.
 */
export async function settled(page: Page, name: string, act: () => Promise<unknown>, restMs = usualRestMs): Promise<number> {
  await page.evaluate(watch, name);
  await act();
  const patienceMs = performance.now() + longestMs;
  while (performance.now() < patienceMs) {
    await page.waitForTimeout(restMs / 4);
    const { beganMs, changedMs, nowMs } = await page.evaluate(() => {
      const { watched } = globalThis as unknown as Watched;
      return { beganMs: watched.beganMs, changedMs: watched.changedMs, nowMs: performance.now() };
    });
    if (!(changedMs > beganMs) || nowMs - changedMs < restMs) continue;
    await page.evaluate(() => {
      (globalThis as unknown as Watched).watched.observer.disconnect();
    });
    return changedMs - beganMs;
  }
  throw new Error(`“${name}” did not come to rest within ${longestMs} ms`);
}

/** Runs in the page. It holds no function with a name: what translates this file would add a helper to it. */
function watch(name: string): void {
  const watched = { beganMs: NaN, changedMs: NaN, observer: new MutationObserver(() => undefined) };
  for (const type of ['pointerdown', 'keydown', 'drop'])
    window.addEventListener(
      type,
      () => {
        if (Number.isNaN(watched.beganMs)) watched.beganMs = performance.now();
      },
      { capture: true, once: true },
    );
  watched.observer = new MutationObserver((changes) => {
    const part = document.querySelector(`[aria-label="${name}"]`);
    if (part !== null && changes.some(({ target }) => part.contains(target) || target.contains(part)))
      watched.changedMs = performance.now();
  });
  watched.observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  Object.assign(globalThis, { watched });
}

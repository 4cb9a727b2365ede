/** The first visit: when the page has content, by a slowed-down processor, and how long it cannot answer meanwhile. */
import type { Browser } from '@playwright/test';
import { traceMainThread } from './thread-trace.ts';

export interface FirstVisit {
  readonly largestPaintMs: number;
  /** Beyond 50 ms each, all tasks from the first paint of content until the end of the look: Lighthouse stops earlier. */
  readonly blockingMs: number;
  readonly longestTaskMs: number;
}

/** From the first paint: by then everything of the view has come, and the run has been going for most of it. */
const lookMs = 15_000;
const longTaskMs = 50;

/** What a page keeps of itself while it loads. */
interface Watched {
  readonly paintsMs: number[];
  readonly largestMs: number[];
  readonly tasks: { readonly startMs: number; readonly durationMs: number }[];
}

/** By the clock, the processor slowed down `slowdown` times by the browser. */
export async function visit(browser: Browser, address: string, slowdown: number): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForTimeout(lookMs);
  const { paintsMs, largestMs, tasks } = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
  await context.close();
  if (paintsMs.length === 0 || largestMs.length === 0) throw new Error(`nothing was painted in ${lookMs} ms`);
  const paintMs = Math.min(...paintsMs);
  const after = tasks.filter(({ startMs, durationMs }) => startMs + durationMs > paintMs);
  return { largestPaintMs: Math.max(...largestMs), ...blocking(after.map(({ durationMs }) => durationMs)) };
}

/**
 * By the processor's work on each task, times `slowdown`: what waits for other programs, or for drawing in software, is not counted, and
 * a processor that others slow down too is not slowed down twice.
 */
export async function visitByWork(browser: Browser, address: string, slowdown: number): Promise<Omit<FirstVisit, 'largestPaintMs'>> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const { tasks, firstContentMs } = await traceMainThread(await context.newCDPSession(page), async () => {
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForTimeout(lookMs);
  });
  await context.close();
  if (firstContentMs === undefined) throw new Error(`nothing was painted in ${lookMs} ms`);
  return blocking(tasks.filter(({ startMs, clockMs }) => startMs + clockMs > firstContentMs).map(({ workMs }) => workMs * slowdown));
}

function blocking(tasksMs: readonly number[]): Omit<FirstVisit, 'largestPaintMs'> {
  return {
    blockingMs: tasksMs.reduce((sum, ms) => sum + Math.max(0, ms - longTaskMs), 0),
    longestTaskMs: Math.max(0, ...tasksMs),
  };
}

/** Runs in the page before anything else of it. It holds no function with a name: what translates this file would add a helper to it. */
function watch(): void {
  const watched: Watched = { paintsMs: [], largestMs: [], tasks: [] };
  Object.assign(globalThis, { watched });
  for (const type of ['paint', 'largest-contentful-paint', 'longtask'])
    new PerformanceObserver((list) => {
      for (const { entryType, name, startTime, duration } of list.getEntries()) {
        if (entryType === 'longtask') watched.tasks.push({ startMs: startTime, durationMs: duration });
        else if (entryType === 'largest-contentful-paint') watched.largestMs.push(startTime);
        else if (name === 'first-contentful-paint') watched.paintsMs.push(startTime);
      }
    }).observe({ type, buffered: true });
}

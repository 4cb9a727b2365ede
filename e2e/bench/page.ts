/**
 * `npm run bench:page`: what the built page asks of a machine, as a table and as test-results/bench-page.json. It judges what
 * the laboratory promises and ends with 1 where a promise is missed. `--minutes 10` watches the heaps for longer, `--visits 9`
 * opens the page more often.
 */
import type { Browser, Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { quantileSorted } from '../../src/base/quantile.ts';
import { inBuiltPage, type BuiltPage } from './built-page.ts';
import { visit, visitByWork, type FirstVisit } from './first-visit.ts';
import { watchHeaps, type Growth } from './heaps.ts';
import { watchMainThread, type MainThread } from './main-thread.ts';
import type { Line } from './report.ts';

const slowdown = 4;
/** The defaults, 16 agents whose messages are drawn, with more oscillators. */
const crowdedHash = '#1&field.oscillators=100000';
/** Growth that 10 minutes could not tell from none: the collector leaves more than this from one look to the next. */
const slopeAllowedKbPerMin = 20;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '60' },
    visits: { type: 'string', default: '3' },
  },
});
process.exitCode = await inBuiltPage('bench-page', bench);

async function bench({ browser, address }: BuiltPage): Promise<readonly Line[]> {
  return [...(await firstVisits(browser, address)), ...(await running(browser, address)), ...(await heaps(browser, address))];
}

async function firstVisits(browser: Browser, address: string): Promise<readonly Line[]> {
  const byClock: FirstVisit[] = [];
  const byWork: Omit<FirstVisit, 'largestPaintMs'>[] = [];
  for (let i = 0; i < Number(options.visits); i++) {
    byClock.push(await visit(browser, address, slowdown));
    byWork.push(await visitByWork(browser, address, slowdown));
  }
  const median = <T>(visits: readonly T[], of: (one: T) => number): number => quantileSorted(Float64Array.from(visits.map(of)).sort(), 0.5);
  const clock = `median of ${byClock.length} visits, processor slowed ${slowdown}×, by the clock`;
  const work = `median of ${byWork.length} visits, work of the main thread × ${slowdown}`;
  return [
    { what: 'largest contentful paint', value: median(byClock, (one) => one.largestPaintMs), unit: 'ms', atMost: 1_500, note: clock },
    { what: 'total blocking time', value: median(byWork, (one) => one.blockingMs), unit: 'ms', atMost: 200, note: `${work}; first 15 s` },
    { what: 'total blocking time', value: median(byClock, (one) => one.blockingMs), unit: 'ms', note: clock },
    { what: 'longest task of a first visit', value: median(byWork, (one) => one.longestTaskMs), unit: 'ms', note: work },
    { what: 'longest task of a first visit', value: median(byClock, (one) => one.longestTaskMs), unit: 'ms', note: clock },
  ];
}

async function running(browser: Browser, address: string): Promise<readonly Line[]> {
  const thread = await watchRun(browser, address);
  const undrawn = await watchRun(browser, address, drawNothing);
  const note = `${options.seconds} s, 10⁵ oscillators, 16 agents; work of the main thread`;
  const clock = `${options.seconds} s, by the clock, with what it waited for`;
  return [
    { what: 'work a frame, 95th percentile', value: thread.frameP95Ms, unit: 'ms', atMost: 6, note },
    { what: 'work a frame, median', value: thread.frameP50Ms, unit: 'ms', note },
    {
      what: 'work a frame, nothing drawn, 95%',
      value: undrawn.frameP95Ms,
      unit: 'ms',
      note: `${undrawn.framesPerSecond.toFixed(0)} frames a second: WebGL's draws do nothing, as if a graphics card did them`,
    },
    { what: 'work a frame, nothing drawn, 50%', value: undrawn.frameP50Ms, unit: 'ms', note: 'the same, median' },
    { what: 'time a frame, 95th percentile', value: thread.frameClockP95Ms, unit: 'ms', note: clock },
    { what: 'frames', value: thread.framesPerSecond, unit: '/s', note: `${thread.frames} in all; the fewer, the more each has to do` },
    { what: 'main thread at work', value: 100 * thread.busyShare, unit: '%', note },
    { what: 'longest task', value: thread.longestTaskMs, unit: 'ms', atMost: 50, note },
    { what: 'longest task', value: thread.longestTaskClockMs, unit: 'ms', note: clock },
  ];
}

async function watchRun(browser: Browser, address: string, before?: () => void): Promise<MainThread> {
  const page = await crowdedPage(browser, address, before);
  const thread = await watchMainThread(await page.context().newCDPSession(page), Number(options.seconds) * 1_000);
  await page.context().close();
  return thread;
}

/** Runs in the page before anything else of it. Uploads and states go their way; only what would be drawn in software is not. */
function drawNothing(): void {
  for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const)
    WebGL2RenderingContext.prototype[name] = () => undefined;
}

async function heaps(browser: Browser, address: string): Promise<readonly Line[]> {
  const page = await crowdedPage(browser, address);
  const grown = await watchHeaps(await page.context().newCDPSession(page), Number(options.minutes) * 60_000);
  await page.context().close();
  const interval = ({ lowKbPerMin, highKbPerMin, startKb }: Growth): string =>
    `95%: ${lowKbPerMin.toFixed(0)} to ${highKbPerMin.toFixed(0)}, from ${startKb.toFixed(0)} kB`;
  return grown.flatMap(({ of, heap, heapLater, typedArrays }): Line[] => [
    {
      what: `heap of the ${of} grows`,
      value: heap.slopeKbPerMin,
      unit: 'kB/min',
      atMost: slopeAllowedKbPerMin,
      note: `${options.minutes} min; ${interval(heap)}`,
    },
    { what: 'in the second half of it', value: heapLater.slopeKbPerMin, unit: 'kB/min', note: interval(heapLater) },
    {
      what: `typed arrays of the ${of} grow`,
      value: typedArrays.slopeKbPerMin,
      unit: 'kB/min',
      note: `the record of the run; from ${typedArrays.startKb.toFixed(0)} kB`,
    },
  ]);
}

/** A page with 10⁵ oscillators that has come to rest: everything is loaded, the mesh's messages are on their way. */
async function crowdedPage(browser: Browser, address: string, before?: () => void): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(`${address}${crowdedHash}`);
  // Software draws, on cores that others use too.
  await page.getByText('rim: all 100,000').waitFor({ timeout: 120_000 });
  await page.getByRole('img', { name: 'Mesh', exact: true }).waitFor();
  await page.waitForTimeout(5_000);
  return page;
}

/**
 * `npm run bench:page`: what the built page asks of a machine, as a table and as test-results/bench-page.json. It judges what
 * the laboratory promises and ends with 1 where a promise is missed. `--minutes 10` watches the heaps for longer, `--visits 9`
 * opens the page more often.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { quantileSorted } from '../../src/base/quantile.ts';
import { findBrowser, launchFlags, sandboxWorks } from '../browser.ts';
import { visit, type FirstVisit } from './first-visit.ts';
import { watchHeaps } from './heaps.ts';
import { watchMainThread } from './main-thread.ts';

interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What is promised; none where the figure is only told. */
  readonly atMost?: number;
  readonly note: string;
}

const slowdown = 4;
/** The defaults, 16 agents whose messages are drawn, with more oscillators. */
const crowdedHash = '#1&field.oscillators=100000';
/** Growth that 10 minutes could not tell from none: the collector leaves more than this from one look to the next. */
const slopeAllowedKbPerMin = 20;

const root = join(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '60' },
    visits: { type: 'string', default: '5' },
  },
});
process.exitCode = await bench();

async function bench(): Promise<number> {
  const executable = findBrowser();
  if (!executable.ok) throw new Error(`No browser (npm run browser installs one). Tried:\n  ${executable.error.join('\n  ')}`);
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the built page is not served');
  const browser = await chromium.launch({ executablePath: executable.value, chromiumSandbox: sandboxWorks(), args: [...launchFlags] });
  const machine = { browser: browser.version(), cores: cpus().length, load: loadavg()[0] };
  try {
    const lines = [...(await firstVisits(browser, address)), ...(await running(browser, address)), ...(await heaps(browser, address))];
    report(lines, machine);
    return lines.some(missed) ? 1 : 0;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function firstVisits(browser: Browser, address: string): Promise<readonly Line[]> {
  const visits: FirstVisit[] = [];
  for (let i = 0; i < Number(options.visits); i++) visits.push(await visit(browser, address, slowdown));
  const median = (of: (one: FirstVisit) => number): number => quantileSorted(Float64Array.from(visits.map(of)).sort(), 0.5);
  const note = `median of ${visits.length} visits, processor slowed ${slowdown}×`;
  return [
    { what: 'largest contentful paint', value: median((one) => one.largestPaintMs), unit: 'ms', atMost: 1_500, note },
    { what: 'total blocking time', value: median((one) => one.blockingMs), unit: 'ms', atMost: 200, note: `${note}; 15 s, by the clock` },
    { what: 'longest task of a first visit', value: median((one) => one.longestTaskMs), unit: 'ms', note: `${note}, by the clock` },
  ];
}

async function running(browser: Browser, address: string): Promise<readonly Line[]> {
  const page = await crowdedPage(browser, address);
  const thread = await watchMainThread(await page.context().newCDPSession(page), Number(options.seconds) * 1_000);
  await page.context().close();
  const note = `${options.seconds} s, 10⁵ oscillators, 16 agents; work of the main thread`;
  const clock = `${options.seconds} s, by the clock, with what it waited for`;
  return [
    { what: 'work a frame, 95th percentile', value: thread.frameP95Ms, unit: 'ms', atMost: 6, note },
    { what: 'work a frame, median', value: thread.frameP50Ms, unit: 'ms', note },
    { what: 'time a frame, 95th percentile', value: thread.frameClockP95Ms, unit: 'ms', note: clock },
    { what: 'frames', value: thread.framesPerSecond, unit: '/s', note: `${thread.frames} in all; software draws them` },
    { what: 'longest task', value: thread.longestTaskMs, unit: 'ms', atMost: 50, note },
    { what: 'longest task', value: thread.longestTaskClockMs, unit: 'ms', note: clock },
  ];
}

async function heaps(browser: Browser, address: string): Promise<readonly Line[]> {
  const page = await crowdedPage(browser, address);
  const grown = await watchHeaps(await page.context().newCDPSession(page), Number(options.minutes) * 60_000);
  await page.context().close();
  return grown.flatMap(({ of, heap, typedArrays }): Line[] => [
    {
      what: `heap of the ${of} grows`,
      value: heap.slopeKbPerMin,
      unit: 'kB/min',
      atMost: slopeAllowedKbPerMin,
      note: `${options.minutes} min; 95%: ${heap.lowKbPerMin.toFixed(0)} to ${heap.highKbPerMin.toFixed(0)}, from ${heap.startKb.toFixed(0)} kB`,
    },
    {
      what: `typed arrays of the ${of} grow`,
      value: typedArrays.slopeKbPerMin,
      unit: 'kB/min',
      note: `the record of the run; from ${typedArrays.startKb.toFixed(0)} kB`,
    },
  ]);
}

/** A page with 10⁵ oscillators that has come to rest: everything is loaded, the mesh's messages are on their way. */
async function crowdedPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}${crowdedHash}`);
  await page.getByText('rim: all 100,000').waitFor();
  await page.getByRole('img', { name: 'Mesh', exact: true }).waitFor();
  await page.waitForTimeout(5_000);
  return page;
}

function missed({ value, atMost }: Line): boolean {
  return atMost !== undefined && !(value <= atMost);
}

function report(lines: readonly Line[], machine: Readonly<Record<string, unknown>>): void {
  console.log(
    `${String(machine['browser'])}, ${String(machine['cores'])} cores, load at the beginning ${Number(machine['load']).toFixed(1)}\n`,
  );
  for (const line of lines) {
    const promised = line.atMost === undefined ? '' : `≤ ${line.atMost}`;
    const verdict = line.atMost === undefined ? ' ' : missed(line) ? '✗' : '✓';
    console.log(
      `${verdict} ${line.what.padEnd(32)} ${line.value.toFixed(1).padStart(9)} ${line.unit.padEnd(7)} ${promised.padEnd(8)} ${line.note}`,
    );
  }
  const directory = join(root, 'test-results');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'bench-page.json'), `${JSON.stringify({ machine, lines }, null, 2)}\n`);
}

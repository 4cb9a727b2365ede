/**
 * `npm run bench:trace`: a million events of a hundred agents in the space-time diagram, as a table and as
 * test-results/bench-trace.json: first what its worker does, in Node, then the built page, moved by mouse and keys. It ends
 * with 1 where a promise is missed. `--openings 9` opens the diagram more often, `--seconds 20` moves it for longer.
 */
import type { Browser, Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { quantileSorted } from '../../src/base/quantile.ts';
import { shivizChunks } from '../../src/lab/export/shiviz.ts';
import { historyOfAgents } from '../../src/lab/trace/from-run.ts';
import type { Run } from '../../src/lab/run/types.ts';
import { hasSeenTour, withoutWebGl } from '../laboratory.ts';
import { inBuiltPage, type BuiltPage } from './built-page.ts';
import { watchMainThread, type MainThread } from './main-thread.ts';
import { address as million, agents, atLeast, eventsInPage, runInPage, runWith } from './million-events.ts';
import type { Line } from './report.ts';
import { settled } from './settled.ts';
import { inNode } from './trace-in-node.ts';
import { lineToWorker } from './worker-line.ts';

const frameMs = 16;
const loggedEvents = 10_000;

const { values: options } = parseArgs({
  options: { openings: { type: 'string', default: '5' }, seconds: { type: 'string', default: '6' } },
});
process.exitCode = await inBuiltPage('bench-trace', bench);

async function bench({ browser, address }: BuiltPage): Promise<readonly Line[]> {
  const run = runWith(atLeast);
  const log = logOf(run);
  const lines = [...(await inNode(run, log))];
  const page = await openPage(browser, address);
  await runInPage(page);
  await page.getByRole('tab', { name: 'Trace' }).click();
  const eventCount = await eventsInPage(page);
  lines.push(await openings(page, eventCount));
  lines.push(...(await memory(page, eventCount)));
  lines.push(...(await movements(page)));
  lines.push(await cones(page));
  lines.push(await openLog(page, log));
  await page.context().close();
  return lines;
}

/** The first events of the run, as another system might have logged them. */
function logOf(run: Run): string {
  const batch = run.eventColumns(0, loggedEvents);
  if (batch === undefined) throw new Error('the run has made more events than it keeps');
  const history = historyOfAgents(agents);
  history.append(batch);
  return [...shivizChunks(history.events())].join('');
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(hasSeenTour);
  await page.addInitScript(withoutWebGl);
  await page.goto(`${address}${million}`);
  return page;
}

/** From the press on the tab until the diagram holds every event: once left, it begins with nothing. */
async function openings(page: Page, events: number): Promise<Line> {
  const tookMs: number[] = [];
  for (let i = 0; i < Number(options.openings); i++) {
    await page.getByRole('tab', { name: 'Live' }).click();
    await page.waitForTimeout(500);
    tookMs.push(await settled(page, 'Events in sight', () => page.getByRole('tab', { name: 'Trace' }).click()));
    if ((await eventsInPage(page)) !== events) throw new Error('the diagram has lost events');
  }
  return {
    what: 'opening',
    value: quantileSorted(Float64Array.from(tookMs).sort(), 0.5),
    unit: 'ms',
    atMost: 2_000,
    note: `until ${events.toLocaleString('en')} events are there, by the clock; ${tookMs.map((ms) => ms.toFixed(0)).join(', ')}`,
  };
}

async function memory(page: Page, events: number): Promise<readonly Line[]> {
  const session = await page.context().newCDPSession(page);
  const send = await lineToWorker(session, 'trace');
  await send('HeapProfiler.enable');
  await send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = (await send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize: number };
  await session.detach();
  return [
    {
      what: 'columns in the worker',
      value: backingStorageSize / 1e6,
      unit: 'MB',
      note: `${(backingStorageSize / events).toFixed(0)} bytes an event, room to grow included`,
    },
    { what: 'heap of the worker', value: usedSize / 1e6, unit: 'MB', note: 'everything else of it' },
  ];
}

/** All million in sight, as many as are told one by one, and what lies between. */
async function movements(page: Page): Promise<readonly Line[]> {
  for (const name of ['Phases', 'Heartbeats']) await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Show whole' }).click();
  const lines = [...judged('the whole', await moving(page))];
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
  lines.push(...judged('an eighth of it', await moving(page)));
  const told = page.getByText(/events in sight\.$/);
  while (!(await told.isVisible())) {
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForTimeout(300);
  }
  const inSight = await page.getByRole('status', { name: 'Events in sight', exact: true }).innerText();
  lines.push(...judged(`${inSight} arrows`, await moving(page)));
  return lines;
}

function judged(what: string, { frameP95Ms, frameP50Ms, frameClockP95Ms, framesPerSecond, longestTaskMs }: MainThread): readonly Line[] {
  const note = `median ${frameP50Ms.toFixed(1)} ms, longest task ${longestTaskMs.toFixed(0)} ms, by the clock ${frameClockP95Ms.toFixed(0)} ms, ${framesPerSecond.toFixed(0)} frames/s`;
  return [{ what: `a frame of ${what}`, value: frameP95Ms, unit: 'ms', atMost: frameMs, note }];
}

/** Dragged, turned nearer and farther by the wheel, and moved by the keys, without a rest. */
async function moving(page: Page): Promise<MainThread> {
  const diagram = page.getByRole('img', { name: 'Space-time diagram', exact: true });
  const box = await diagram.boundingBox();
  if (box === null) throw new Error('the diagram has a place');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  const state = { isOver: false };
  const goesOn = (): boolean => !state.isOver;
  const watched = watchMainThread(session, Number(options.seconds) * 1_000).finally(() => {
    state.isOver = true;
  });
  await page.mouse.move(x, y);
  await diagram.focus();
  for (let turn = 0; goesOn(); turn++) {
    const sign = turn % 2 === 0 ? 1 : -1;
    await page.mouse.down();
    for (let step = 1; step <= 12 && goesOn(); step++) await page.mouse.move(x + sign * step * 15, y);
    await page.mouse.up();
    await page.mouse.move(x, y);
    for (const direction of [-sign, sign]) for (let notch = 0; notch < 4 && goesOn(); notch++) await page.mouse.wheel(0, 100 * direction);
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) if (goesOn()) await page.keyboard.press(key);
  }
  const thread = await watched;
  await session.detach();
  return thread;
}

/** From the key until the page tells the counts. */
async function cones(page: Page): Promise<Line> {
  await page.getByRole('img', { name: 'Space-time diagram', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Causal cone' }).waitFor();
  const tookMs: number[] = [];
  for (let i = 0; i < 20; i++) tookMs.push(await settled(page, 'Causal cone', () => page.keyboard.press(']'), 400));
  return {
    what: 'causal cone in the page',
    value: quantileSorted(Float64Array.from(tookMs).sort(), 0.5),
    unit: 'ms',
    atMost: 50,
    note: `from a key until its counts are told, by the clock; median of ${tookMs.length}, slowest ${Math.max(...tookMs).toFixed(0)} ms`,
  };
}

async function openLog(page: Page, log: string): Promise<Line> {
  const tookMs: number[] = [];
  const diagram = page.getByRole('img', { name: 'Space-time diagram', exact: true });
  for (let i = 0; i < 3; i++) {
    const dropped = await page.evaluateHandle(
      ([text, name]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name));
        return transfer;
      },
      [log, `theirs-${i}.log`] as const,
    );
    tookMs.push(await settled(page, 'Events in sight', () => diagram.dispatchEvent('drop', { dataTransfer: dropped })));
    await page.getByText(`${loggedEvents.toLocaleString('en')} events of`).waitFor();
  }
  return {
    what: 'import of a log',
    value: quantileSorted(Float64Array.from(tookMs).sort(), 0.5),
    unit: 'ms',
    atMost: 1_000,
    note: `10,000 events, ${(log.length / 1e6).toFixed(1)} MB, until it is drawn; by the clock: ${tookMs.map((ms) => ms.toFixed(0)).join(', ')}`,
  };
}

/** A run of a hundred agents that makes a million events: the same in a page and here. */
import type { Page } from '@playwright/test';
import { createRun } from '../../src/lab/run/run.ts';
import type { Run } from '../../src/lab/run/types.ts';
import { parseScenario } from '../../src/lab/scenario/parse.ts';

export const agents = 100;
export const atLeast = 1_000_000;
const oscillators = 100;
/** At 227,000 events a simulated second. */
const seconds = 4.5;

export const address = `#1&mesh.agents=${agents}&field.oscillators=${oscillators}`;

/** As far as is needed for so many events: it stands at the first step that has as many. */
export function runWith(events: number): Run {
  const scenario = parseScenario(JSON.stringify({ schema: 'chorus.scenario/1', field: { oscillators }, mesh: { agents } }));
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  const run = createRun(scenario.value);
  while (run.eventCount < events) run.advance(1);
  return run;
}

/** A page whose run has made as many, and stands still. It has no WebGL, with which the run would have to share the processor. */
export async function runInPage(page: Page): Promise<void> {
  const time = page.getByRole('status', { name: 'Simulated time', exact: true });
  while (!(Number.parseFloat(await time.innerText()) >= seconds)) await page.waitForTimeout(100);
  await page.keyboard.press(' ');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
}

/** How many events the diagram says that it has, when that has come to rest. */
export async function eventsInPage(page: Page): Promise<number> {
  const events = async (): Promise<number> =>
    Number(/ lifelines, (\d+) events/.exec(await page.locator('#trace-summary').innerText())?.[1]);
  let [before, now] = [NaN, await events()];
  while (now !== before) {
    // It is written anew every two seconds.
    await page.waitForTimeout(3_000);
    [before, now] = [now, await events()];
  }
  return now;
}

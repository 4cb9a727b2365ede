/** The page as a test meets it: everything by its accessible name, and no word on the console. */
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

export interface Laboratory {
  readonly page: Page;
  /** Opens the page at this address and waits until its run moves (or stands ready, where it starts paused). */
  open(hash?: string): Promise<void>;
  button(name: string): Locator;
  slider(name: string): Locator;
  /** The text of a readout. */
  text(name: string): Promise<string>;
  /** The number that a readout begins with; NaN for a dash. */
  number(name: string): Promise<number>;
  choose(combobox: string, option: string): Promise<void>;
  /** Ten simulated seconds a second: for those who want a run that has come far, and not to see it go there. */
  hurry(): Promise<void>;
  /** Presses a button that saves a file; its name and bytes. */
  download(button: string): Promise<{ readonly name: string; readonly path: string; readonly text: () => Promise<string> }>;
  /** What was written on the console as a warning or error, and what was thrown, is a failure; except what matches. */
  expectOnConsole(pattern: RegExp): void;
}

export const test = base.extend<{ lab: Laboratory }>({
  lab: async ({ page }, use) => {
    const said: string[] = [];
    const expected: RegExp[] = [/^Service Worker registration blocked by Playwright/];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    // Whoever tests something else has seen the tour.
    await page.addInitScript(hasSeenTour);
    await use(laboratory(page, expected));
    const unexpected = said.filter((text) => !expected.some((pattern) => pattern.test(text)));
    expect(unexpected, 'nothing on the console').toEqual([]);
  },
});

function laboratory(page: Page, expected: RegExp[]): Laboratory {
  const readout = (name: string): Locator => page.getByRole('status', { name, exact: true });
  return {
    page,
    async open(hash = '') {
      await page.goto(`/${hash}`);
      await expect(readout('Simulated time')).toHaveText(/\d s$/);
    },
    button: (name) => page.getByRole('button', { name, exact: true }),
    slider: (name) => page.getByRole('slider', { name, exact: true }),
    text: (name) => readout(name).innerText(),
    async number(name) {
      return Number.parseFloat((await readout(name).innerText()).replace('−', '-').replaceAll(',', ''));
    },
    async choose(combobox, option) {
      await page.getByRole('combobox', { name: combobox, exact: true }).click();
      await page.getByRole('option', { name: option }).click();
    },
    async hurry() {
      const speed = page.getByRole('slider', { name: 'Speed', exact: true });
      await speed.focus();
      for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
      await expect(speed).toHaveAttribute('aria-valuetext', '10×');
    },
    async download(button) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ]);
      const path = await download.path();
      return { name: download.suggestedFilename(), path, text: () => readFile(path, 'utf8') };
    },
    expectOnConsole: (pattern) => expected.push(pattern),
  };
}

/** For `addInitScript`: no first visit. */
export function hasSeenTour(): void {
  // An empty page has no storage.
  if (location.protocol.startsWith('http')) localStorage.setItem('chorus.tour', 'seen');
}

/** For `addInitScript`: a browser that has no WebGL. */
export function withoutWebGl(): void {
  const getContext = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'getContext')?.value as (...args: unknown[]) => unknown;
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
    },
  });
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where it stands on the page, CSS pixels. */
export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it has no box');
  return box;
}

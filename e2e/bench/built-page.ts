/** The page as people get it, built and served, with a browser to open it in: what every benchmark of it begins with. */
import { chromium, type Browser } from '@playwright/test';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { findBrowser, launchFlags, sandboxWorks } from '../browser.ts';
import { missed, report, type Line } from './report.ts';

export interface BuiltPage {
  readonly browser: Browser;
  readonly address: string;
}

const root = join(import.meta.dirname, '../..');

/** @param name of the report. @returns the exit status: 1 where something promised was missed. */
export async function inBuiltPage(name: string, bench: (page: BuiltPage) => Promise<readonly Line[]>): Promise<number> {
  const executable = findBrowser();
  if (!executable.ok) throw new Error(`No browser (npm run browser installs one). Tried:\n  ${executable.error.join('\n  ')}`);
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the built page is not served');
  const browser = await chromium.launch({ executablePath: executable.value, chromiumSandbox: sandboxWorks(), args: [...launchFlags] });
  try {
    const machine = { browser: browser.version(), drawnBy: await renderer(browser), cores: cpus().length, loadBefore: load() };
    const lines = await bench({ browser, address });
    report(name, lines, { ...machine, loadAfter: load() });
    return lines.some(missed) ? 1 : 0;
  } finally {
    await browser.close();
    await server.close();
  }
}

const load = (): number => loadavg()[0] ?? NaN;

/** Who draws for WebGL: a graphics card, or the processor. */
async function renderer(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const name = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('webgl2');
    const extension = context?.getExtension('WEBGL_debug_renderer_info');
    return context && extension ? String(context.getParameter(extension.UNMASKED_RENDERER_WEBGL)) : 'nobody';
  });
  await page.close();
  return name;
}

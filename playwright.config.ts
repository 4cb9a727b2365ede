import { defineConfig } from '@playwright/test';
import { findBrowser, flatFlags, launchFlags, sandboxWorks } from './e2e/browser.ts';

const port = Number(process.env['E2E_PORT'] ?? 5219);
const address = `http://127.0.0.1:${port}`;

const browser = findBrowser();
if (!browser.ok) throw new Error(`No browser (npm run browser installs one). Tried:\n  ${browser.error.join('\n  ')}`);

const launch = (args: readonly string[]) => ({ executablePath: browser.value, chromiumSandbox: sandboxWorks(), args: [...args] });

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'house/**',
  testMatch: '**/*.{spec,test}.ts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  use: {
    baseURL: address,
    // What keeps the page in the browser has tests of its own; the others meet what is served.
    serviceWorkers: 'block',
    // Of a test that fails there is a picture; a film of every one took a quarter of the processor.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
  // A graphics card of software takes more of the processor than the page does. It draws for the tests that are about what WebGL
  // shows or what it costs (@webgl); the others meet a browser that has none, and a page that draws its circle flat.
  projects: [
    { name: 'flat', grepInvert: /@webgl/, use: { launchOptions: launch(flatFlags) } },
    // Such a card draws the plots slower than the processor does by itself.
    { name: 'webgl', workers: 1, grep: /@webgl/, use: { launchOptions: launch([...launchFlags, '--disable-accelerated-2d-canvas']) } },
  ],
  // What people get: the production build, built before (`npm run test:e2e` does).
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});

/** `npm run browser`: sees to it that there is a browser for the tests, and says which. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canInstallPackages, findBrowser } from '../browser.ts';

const downloadLimitS = 300;
const packageLimitS = 600;

interface Attempt {
  readonly title: string;
  readonly possible: boolean;
  readonly commands: readonly (readonly [string, ...string[]])[];
  readonly limitS: number;
}

const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

const attempts: readonly Attempt[] = [
  {
    title: "Playwright's own Chromium",
    possible: true,
    commands: [[process.execPath, playwright, 'install', 'chromium']],
    limitS: downloadLimitS,
  },
  {
    title: "the system's package `chromium` (Debian, as root)",
    possible: canInstallPackages(),
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
    limitS: packageLimitS,
  },
];

process.exitCode = install();

function install(): number {
  let found = findBrowser();
  const tried: string[] = [];
  const chosen = process.env['CHROMIUM_PATH'] ?? '';
  for (const attempt of chosen === '' ? attempts : []) {
    if (found.ok) break;
    const outcome = attempt.possible ? run(attempt) : 'not possible here';
    tried.push(`installing ${attempt.title}: ${outcome}`);
    found = findBrowser();
  }
  if (found.ok) {
    console.log(`browser: ${found.value}`);
    return 0;
  }
  console.error('No browser for the tests. Tried:');
  for (const line of [...tried, ...found.error]) console.error(`  ${line}`);
  console.error('Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  return 1;
}

/** Runs the commands one after another, all within the limit; what came of it, in words. */
function run({ title, commands, limitS }: Attempt): string {
  console.log(`No browser found; installing ${title} (at most ${limitS} s) …`);
  const deadline = performance.now() + limitS * 1000;
  for (const [command, ...args] of commands) {
    const { status, error } = spawnSync(command, args, {
      // Installers may ask; nobody is there to answer.
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: Math.max(1, Math.round(deadline - performance.now())),
      killSignal: 'SIGKILL',
    });
    if (error !== undefined) return `${command}: ${error.message}`;
    if (status !== 0) return `${[command, ...args].join(' ')} ended with ${status ?? 'a signal'}`;
  }
  return 'done';
}

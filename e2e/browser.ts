/**
 * Where a browser for the tests is: `CHROMIUM_PATH`, else one that is installed, else Playwright's own download.
 * What is found has been started once (`--version`): a path alone proves little (Ubuntu's `chromium-browser` is a note
 * that says "install the snap"; a download may lack the system's libraries).
 */
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { failure, success, type Result } from '../src/base/result.ts';

/** What the search asks of the machine; a test puts its own in place. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Where Playwright keeps its own Chromium, there or not. */
  readonly downloadPath: string;
  /** Whether a browser at this path starts; if not, why. */
  readonly probe: (path: string) => Result<string, string>;
}

export const thisMachine: Machine = { env: process.env, platform: process.platform, downloadPath: chromium.executablePath(), probe };

/** Path of a browser that starts, or a line for each place that was tried. */
export function findBrowser(machine: Machine = thisMachine): Result<string, readonly string[]> {
  const chosen = machine.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    const answer = machine.probe(chosen);
    // Whoever names a browser wants that one: no other is tried.
    return answer.ok ? answer : failure([`CHROMIUM_PATH=${chosen}: ${answer.error}`]);
  }
  const tried: string[] = ['CHROMIUM_PATH: not set'];
  for (const path of [...usualPlaces(machine), machine.downloadPath]) {
    const answer = machine.probe(path);
    if (answer.ok) return answer;
    tried.push(`${path}: ${answer.error}`);
  }
  return failure(tried);
}

/** Flags for a machine without a graphics card: WebGL by software, and no traffic of the browser's own. */
export const launchFlags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'] as const;

/** No WebGL and no graphics at all but by the processor, which takes less than a graphics card made of software. */
export const flatFlags = ['--disable-gpu', '--disable-3d-apis', '--disable-background-networking'] as const;

/** Whether Chromium can shut its processes in: not as root, seldom in CI, and on Linux only where users may make namespaces. */
export function sandboxWorks(): boolean {
  if (process.env['CI'] !== undefined || process.getuid?.() === 0) return false;
  return process.platform !== 'linux' || spawnSync('unshare', ['--user', '--map-root-user', 'true'], { timeout: 5_000 }).status === 0;
}

function usualPlaces({ env, platform }: Machine): readonly string[] {
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const directory = env[name];
      return directory === undefined
        ? []
        : ['Google/Chrome', 'Chromium'].map((product) => join(directory, product, 'Application/chrome.exe'));
    });
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  const directories = [...new Set([...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'])];
  const installed = names.flatMap((name) => directories.map((directory) => join(directory, name)).filter((path) => existsSync(path)));
  const applications = ['Google Chrome', 'Chromium'].flatMap((name) =>
    ['/Applications', `${env['HOME'] ?? ''}/Applications`].map((directory) => `${directory}/${name}.app/Contents/MacOS/${name}`),
  );
  return platform === 'darwin' ? [...applications, ...installed] : installed.length > 0 ? installed : [`${names.join(', ')} on PATH`];
}

function probe(path: string): Result<string, string> {
  if (!existsSync(path)) return failure('not there');
  // On Windows `--version` opens a window instead.
  if (process.platform === 'win32') return success(path);
  const { status, stdout, stderr, error } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  if (error !== undefined) return failure(error.message);
  if (status !== 0) return failure(`does not start: ${stderr.trim().split('\n').slice(0, 2).join(' ')}`);
  return /chrom/i.test(stdout) ? success(path) : failure(`answers "${stdout.trim()}", which is no Chromium`);
}

/** Debian and its children, as root: there the system's package can be installed. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

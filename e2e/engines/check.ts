/**
 * `npm run check:engines`: the same scenarios give the same bits in every engine that is installed. Node and a Chromium are
 * required; Firefox and WebKit are asked where they are. A browser is only opened on a page that posts its answer.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, type Rolldown } from 'vite';
import { findBrowser, launchFlags, sandboxWorks } from '../browser.ts';
import { digests } from './digests.ts';
import { openWebKit, whyNoWebKit } from './webkit.ts';

interface Answer {
  readonly digests?: Readonly<Record<string, string>>;
  readonly error?: string;
}

interface Engine {
  readonly name: string;
  /** Opens the address with a fresh profile. The process leads a group of all that belongs to the browser. */
  readonly open: (address: string, profile: string) => ChildProcess | Promise<ChildProcess>;
}

const patienceMs = 120_000;

process.exitCode = await check();

async function check(): Promise<number> {
  const expected = digests();
  const script = await bundle();
  let failures = 0;
  console.log(`Node ${process.version}: ${Object.keys(expected).length} digests`);
  for (const engine of engines()) {
    const answer = await ask(engine, script);
    const faults = compare(expected, answer);
    console.log(faults.length === 0 ? `${engine.name}: the same` : `${engine.name}: DIFFERENT\n  ${faults.join('\n  ')}`);
    failures += faults.length;
  }
  return failures === 0 ? 0 : 1;
}

function engines(): readonly Engine[] {
  const chromium = findBrowser();
  if (!chromium.ok) throw new Error(`No Chromium (npm run browser installs one). Tried:\n  ${chromium.error.join('\n  ')}`);
  const chromiumFlags = ['--headless', ...(sandboxWorks() ? [] : ['--no-sandbox']), ...launchFlags, '--no-first-run'];
  const firefox = ['firefox', 'firefox-esr'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (firefox === undefined) console.log('Firefox: not installed, not asked');
  const noWebKit = whyNoWebKit();
  if (noWebKit !== undefined) console.log(`WebKit: ${noWebKit}, not asked`);
  return [
    { name: 'Chromium', open: (address, profile) => start(chromium.value, [...chromiumFlags, `--user-data-dir=${profile}`, address]) },
    ...(firefox === undefined
      ? []
      : [
          {
            name: 'Firefox',
            open: (address: string, profile: string) => start(firefox, ['--headless', '--no-remote', '--profile', profile, address]),
          },
        ]),
    ...(noWebKit === undefined ? [{ name: 'WebKit', open: openWebKit }] : []),
  ];
}

function start(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, { stdio: 'ignore', detached: true });
}

/** The page's script in one piece. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'esnext', lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'] } },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[];
  const chunk = output?.output[0];
  if (chunk === undefined) throw new Error('the build gave no script');
  return chunk.code;
}

/** Starts a browser on the page and waits for what it posts. */
async function ask(engine: Engine, script: string): Promise<Answer> {
  const profile = mkdtempSync(join(tmpdir(), 'chorus-engine-'));
  const server = createServer();
  let browser: ChildProcess | undefined;
  try {
    const answer = serve(server, script);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    browser = await engine.open(`http://127.0.0.1:${port}/`, profile);
    const silence = sleep(patienceMs, { error: `no answer within ${patienceMs / 1000} s` }, { ref: false });
    return await Promise.race([answer, silence]);
  } finally {
    // The whole group: a browser is many processes.
    if (browser?.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function serve(server: Server, script: string): Promise<Answer> {
  return new Promise((resolve) => {
    server.on('request', (request, response) => {
      if (request.method === 'POST') {
        let text = '';
        request.on('data', (part: Buffer) => {
          text += part.toString();
        });
        request.on('end', () => {
          response.end();
          resolve(JSON.parse(text) as Answer);
        });
      } else if (request.url === '/page.js') {
        response.setHeader('content-type', 'text/javascript').end(script);
      } else {
        response
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><title>Engines</title><script type="module" src="/page.js"></script>');
      }
    });
  });
}

function compare(expected: Readonly<Record<string, string>>, answer: Answer): readonly string[] {
  if (answer.digests === undefined) return [answer.error ?? 'an answer without digests'];
  const found = answer.digests;
  return Object.entries(expected).flatMap(([name, digest]) =>
    found[name] === digest ? [] : [`${name}: ${found[name] ?? 'nothing'}, in Node ${digest}`],
  );
}

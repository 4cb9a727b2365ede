/**
 * `npm run check:engines`: the same scenarios give the same bits in every engine that is installed. Node and a Chromium are
 * required; Firefox is asked where there is one. A browser is only started on a page that posts its answer, so that
 * no driver is needed.
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

interface Answer {
  readonly digests?: Readonly<Record<string, string>>;
  readonly error?: string;
}

interface Engine {
  readonly name: string;
  readonly command: string;
  readonly flags: (profile: string) => readonly string[];
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
  const chromiumFlags = (profile: string): readonly string[] => [
    '--headless',
    ...(sandboxWorks() ? [] : ['--no-sandbox']),
    ...launchFlags,
    '--no-first-run',
    `--user-data-dir=${profile}`,
  ];
  const firefox = ['firefox', 'firefox-esr'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (firefox === undefined) console.log('Firefox: not installed, not asked');
  return [
    { name: 'Chromium', command: chromium.value, flags: chromiumFlags },
    ...(firefox === undefined
      ? []
      : [{ name: 'Firefox', command: firefox, flags: (profile: string) => ['--headless', '--no-remote', '--profile', profile] }]),
  ];
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
    browser = spawn(engine.command, [...engine.flags(profile), `http://127.0.0.1:${port}/`], { stdio: 'ignore', detached: true });
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

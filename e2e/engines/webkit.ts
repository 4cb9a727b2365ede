/**
 * WebKit (Debian: `webkit2gtk-driver`), opened on a page by the W3C's WebDriver protocol: WebKitGTK's small browser is started by its
 * driver only. Without a screen both run on one in memory, where there is Xvfb.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const driver = 'WebKitWebDriver';
const patienceMs = 30_000;

/** Why WebKit cannot be asked here; undefined where it can. */
export function whyNoWebKit(): string | undefined {
  if (!starts(driver)) return 'not installed';
  return hasScreen() || starts('xvfb-run') ? undefined : 'has neither a screen nor Xvfb';
}

/** Opens the address. The process that comes back leads the group of all that was started. */
export async function openWebKit(address: string): Promise<ChildProcess> {
  const port = await freePort();
  const [command, ...rest] = [...(hasScreen() ? [] : ['xvfb-run', '--auto-servernum']), driver, `--port=${port}`] as const;
  const browser = spawn(command, rest, { stdio: 'ignore', detached: true, env: { ...process.env, ...withoutSandbox() } });
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilReady(`${origin}/status`);
    const { sessionId } = (await post(`${origin}/session`, { capabilities: {} })) as { readonly sessionId: string };
    await post(`${origin}/session/${sessionId}/url`, { url: address });
    return browser;
  } catch (error) {
    if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    throw error;
  }
}

const hasScreen = (): boolean => (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';
const starts = (command: string): boolean => spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined;

/** Root may not shut its processes in, and what they open here is our own page. */
function withoutSandbox(): Readonly<Record<string, string>> {
  return process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {};
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  return port;
}

async function untilReady(address: string): Promise<void> {
  for (const endMs = performance.now() + patienceMs; performance.now() < endMs;) {
    const ready = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw new Error(`${driver} was not ready within ${patienceMs / 1000} s`);
}

/** One command of WebDriver. Throws with what the driver says where it refuses. */
async function post(address: string, body: object): Promise<unknown> {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(patienceMs) });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${driver} answers ${response.status}: ${JSON.stringify(value)}`);
  return value;
}

/** The page without network, from a deep path of a plain static host; and the coming of a new version. */
import { expect, type Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { test } from './laboratory.ts';

test.use({ serviceWorkers: 'allow' });

const dist = join(import.meta.dirname, '../dist');
const base = '/some/deep/path/';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Serves the build as any static host would, `vite preview` among them, which says that answers vary; `change` rewrites a file on its way, as a new version would have it. */
async function serve(change: (name: string, text: string) => string): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const name = path === base ? 'index.html' : path.replace(base, '');
    if (!path.startsWith(base) || !existsSync(join(dist, name))) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', vary: 'Origin' });
    const bytes = readFileSync(join(dist, name));
    response.end(name === 'index.html' || name === 'sw.js' ? change(name, bytes.toString()) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`, server };
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}

const runs = async (page: Page): Promise<void> => {
  await expect(page.getByRole('status', { name: 'Simulated time' })).toHaveText(/[1-9]\.\d\d s$/);
};

/** Until the browser keeps a version of the page and answers with it. */
const kept = async (page: Page): Promise<void> => {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 60_000 }).toBe('activated');
};

/** A browser looks for another version when nothing else keeps it busy; on a machine that does much besides, a run would. */
const rest = async (page: Page): Promise<void> => page.getByRole('button', { name: 'Pause', exact: true }).click();

test('After one visit every view opens without network, from any path', { tag: '@webgl' }, async ({ lab: { page } }) => {
  const { address, server } = await serve((_, text) => text);
  await page.goto(address);
  await runs(page);
  await kept(page);
  const { manifest, icon } = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    const read = (await (await fetch(link?.href ?? '')).json()) as { icons: { src: string }[] };
    return { manifest: link?.href, icon: (await fetch(new URL(read.icons[1]?.src ?? '', link?.href))).status };
  });
  expect(manifest).toBe(`${address}manifest.webmanifest`);
  expect(icon).toBe(200);

  close(server);
  await expect(async () =>
    expect(
      await page.request.get(address).then(
        () => 'answers',
        () => 'is gone',
      ),
    ).toBe('is gone'),
  ).toPass();
  await page.goto(`${address}?from=elsewhere#1&preset=halves`);
  await runs(page);
  await expect(page.getByRole('img', { name: 'Phase circle' })).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').last()).toHaveText(/\w{3}/);
  }
});

test('A new version is told, waits until it is asked for, and takes over then', async ({ lab: { page } }) => {
  let version = 1;
  const { address, server } = await serve((name, text) => {
    if (version === 1) return text;
    return name === 'sw.js'
      ? text.replace('builtVersion = "', 'builtVersion = "next')
      : text.replace('<title>', '<meta name="next" /><title>');
  });
  await page.goto(address);
  await runs(page);
  await kept(page);
  version = 2;
  await page.reload();
  await rest(page);
  const next = page.locator('meta[name=next]');
  const offer = page.getByRole('button', { name: 'Use it now' });
  await expect(offer).toBeVisible({ timeout: 60_000 });
  await expect(next).toHaveCount(0);
  // Nobody asked: the version that was there stays, whatever is opened.
  await page.reload();
  await rest(page);
  await expect(offer).toBeVisible({ timeout: 60_000 });
  await expect(next).toHaveCount(0);
  await offer.click();
  await expect(next).toHaveCount(1, { timeout: 60_000 });
  await runs(page);
  await expect(offer).toBeHidden();
  close(server);
});

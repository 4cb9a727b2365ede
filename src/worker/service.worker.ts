/**
 * Keeps the page in the browser, so that it opens without network: a service worker. It takes all files of one version together,
 * and another version only takes its place when the page says that the person wants it.
 */
declare const self: ServiceWorkerGlobalScope;
/** Written by the build: every file of this version, relative to the page, and a digest of them all. */
declare const builtFiles: readonly string[];
declare const builtVersion: string;

const page = 'index.html';
// Other pages of the same origin have caches of their own; one page may be served from two paths.
const family = `chorus-lab ${self.registration.scope} `;
const cacheName = family + builtVersion;

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});

/** Hosts that say `Vary: Origin` send everybody the same file; but a page asks for its scripts with an origin, a worker without one. */
const anyOrigin = { ignoreVary: true };

const addressOf = (file: string): string => new URL(file, self.registration.scope).href;

/** Files whose name is made of their content need not be fetched again when another version had them. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  const missing: string[] = [];
  for (const file of builtFiles) {
    const known = file.startsWith('assets/') ? await caches.match(addressOf(file)) : undefined;
    if (known === undefined) missing.push(file);
    else await cache.put(addressOf(file), known);
  }
  await cache.addAll(missing.map((file) => new Request(addressOf(file), { cache: file.startsWith('assets/') ? 'default' : 'reload' })));
}

/** What a page of the version before may still ask for stays as long as there is one. */
async function takeOver(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) {
    const others = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
    await Promise.all(others.map(async (name) => caches.delete(name)));
  }
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const isPage = request.mode === 'navigate' && [self.registration.scope, addressOf(page)].includes(withoutSearch(request.url));
  const kept = await (isPage ? cache.match(addressOf(page)) : cache.match(request, anyOrigin));
  return kept ?? (await caches.match(request, anyOrigin)) ?? fetch(request);
}

function withoutSearch(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

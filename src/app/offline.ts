/**
 * The page without network: a service worker keeps one version of it in the browser. When another one has come, the person is
 * told; it takes over when they ask for it, and not before.
 */
import { notify } from './store/notices.ts';
import { whenCalm } from './when-calm.ts';

/** A page that stays open for days hears of a new version too. */
const askEveryMs = 3_600_000;

/** Begins when everything of the first view is there: to keep the rest must not hold it up. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const begin = (): void => {
    whenCalm(() => {
      // A browser that keeps nothing (private windows, blocked storage) refuses: the page works all the same.
      register().catch(() => undefined);
    });
  };
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  const look = (): void => {
    // The very first version has nobody to take over from.
    if (registration.waiting !== null && registration.active !== null) offer(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  setInterval(() => {
    // Without network there is no answer, and nothing to tell.
    registration.update().catch(() => undefined);
  }, askEveryMs);
}

let offered: ServiceWorker | undefined;

function offer(waiting: ServiceWorker): void {
  if (offered === waiting) return;
  offered = waiting;
  notify('good', 'A new version of this page is there', ['It opens at a press; the run begins anew, so export first what is to stay.'], {
    title: 'Use it now',
    run: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        location.reload();
      });
      waiting.postMessage('take over');
    },
  });
}

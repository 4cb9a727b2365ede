/**
 * The page's end of the worker. Comlink never rejects a call when the worker that should answer has died, so every call
 * races against what tells of a death: the worker's `error` and `messageerror`, and silence while the page is visible.
 */
import * as Comlink from 'comlink';

export interface Bridge<Api> {
  /** Asks the worker. Rejects with `WorkerLost` when it dies before it answers, and `onLost` is told; or when it was closed. */
  call<T>(ask: (api: Comlink.Remote<Api>) => Promise<T>): Promise<T>;
  close(): void;
}

/** The worker is gone. Whoever called need not tell the person: the page does, once. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

const tickMs = 1_000;
/**
 * The longest honest silence is the making of the largest run: 0.7 s for 2²⁰ oscillators, and up to ten times that on a slow
 * phone. Counted in ticks of the page's own clock, so that a laptop's sleep or a tab held back by the browser counts once at most.
 */
const silentTicksAllowed = 8;
/** Before its first word its program may have to come over a slow line. */
const silentTicksAllowedAtFirst = 60;

export function openBridge<Api>(spawn: () => Worker, onLost: (what: string) => void): Bridge<Api> {
  const worker = spawn();
  const api = Comlink.wrap<Api>(worker);
  /** How those who wait for an answer are told that none will come. */
  const waiting = new Set<(death: WorkerLost) => void>();
  let death: WorkerLost | undefined;
  let silentTicks = 0;
  let heard = false;

  function close(what = 'It was closed.'): void {
    death ??= new WorkerLost(what);
    clearInterval(heartbeat);
    worker.terminate();
    for (const reject of waiting) reject(death);
  }
  function lose(what: string): void {
    if (death !== undefined) return;
    close(what);
    onLost(what);
  }

  worker.addEventListener('error', (event) => {
    lose(event.message === '' ? 'Its program could not be loaded.' : `It stopped with: ${event.message}.`);
  });
  worker.addEventListener('messageerror', () => {
    lose('It sent something that could not be read.');
  });
  const heartbeat = setInterval(() => {
    const listening = waiting.size > 0 && document.visibilityState === 'visible';
    silentTicks = listening ? silentTicks + 1 : 0;
    const allowed = heard ? silentTicksAllowed : silentTicksAllowedAtFirst;
    if (silentTicks > allowed) lose(`It has not answered for ${allowed} seconds.`);
  }, tickMs);

  return {
    close: () => {
      close();
    },
    async call<T>(ask: (api: Comlink.Remote<Api>) => Promise<T>) {
      if (death !== undefined) throw death;
      let giveUp: (death: WorkerLost) => void = () => undefined;
      try {
        // No race against one promise of the death: it would keep something of every call for as long as the worker lives.
        const answer = await new Promise<T>((resolve, reject) => {
          waiting.add((giveUp = reject));
          ask(api).then(resolve, reject);
        });
        heard = true;
        return answer;
      } catch (error) {
        // An exception in the worker is a broken invariant there: what it would say next cannot be trusted.
        if (!(error instanceof WorkerLost)) lose(`It stopped with: ${error instanceof Error ? error.message : String(error)}.`);
        throw error instanceof WorkerLost ? error : new WorkerLost('the worker failed', { cause: error });
      } finally {
        waiting.delete(giveUp);
        silentTicks = 0;
      }
    },
  };
}

/** At most so long a page that has much to do puts off what can wait. */
const atMostMs = 2_000;
/** Where the browser does not tell when it has nothing to do (Safari). */
const guessMs = 200;

/** Calls `task` when the page has nothing better to do. Returns the way to call it off. */
export function whenCalm(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(task, { timeout: atMostMs });
    return () => {
      cancelIdleCallback(id);
    };
  }
  const id = setTimeout(task, guessMs);
  return () => {
    clearTimeout(id);
  };
}

/** Work that a person's regular expression may never let end: Node can stop what runs in a context of its own. */
import { runInNewContext } from 'node:vm';
import { isRecord } from '../lab/scenario/structure.ts';

/** What the work gives; undefined when it takes longer than this. */
export function withinMs<T>(timeoutMs: number, work: () => T): { readonly value: T } | undefined {
  let done: { readonly value: T } | undefined;
  const run = (): void => {
    done = { value: work() };
  };
  try {
    runInNewContext('run()', { run }, { timeout: timeoutMs });
  } catch (error) {
    // An error of that context is no `Error` of this one.
    if (isRecord(error) && error['code'] === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
  return done;
}

/** Asks how a log would be read, while somebody types: the latest wish, one question at a time, when the keys have come to rest. */
import type { Result } from '../../base/result.ts';
import type { ImportOptions } from '../../lab/import/shiviz.ts';
import type { Fault } from '../../lab/scenario/fault.ts';
import type { LogPreview } from '../../worker/logs-api.ts';
import { ignoreLost } from '../session/link.ts';
import { askTrace } from './link.ts';

export type Previewed = Result<LogPreview, readonly Fault[]>;

const restMs = 250;

export interface Previewer {
  want(options: ImportOptions): void;
  stop(): void;
}

export function previewer(file: File, tell: (previewed: Previewed) => void): Previewer {
  let wanted: ImportOptions = {};
  /** Wishes so far, and how many of them the last question was about. */
  let wishes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let listener: typeof tell | undefined = tell;

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const [options, asked] = [wanted, wishes];
    try {
      const previewed = await askTrace(async (api) => api.previewLog(file, options));
      if (asked === wishes) listener?.(previewed);
    } finally {
      isAsking = false;
    }
    if (asked !== wishes) await ask();
  }

  return {
    want(options) {
      wanted = options;
      wishes++;
      clearTimeout(timer);
      timer = setTimeout(() => {
        ask().catch(ignoreLost);
      }, restMs);
    },
    stop() {
      listener = undefined;
      clearTimeout(timer);
    },
  };
}

/**
 * When frames get slow, the picture gets cheaper: first fewer pixels, then fewer points. Judged by the time between
 * animation frames, which counts everything that a person waits for.
 */

export interface Quality {
  /** Most device pixels a CSS pixel. */
  readonly maxPixelRatio: number;
  /** Most points drawn. */
  readonly maxPoints: number;
}

export const qualities: readonly [Quality, ...Quality[]] = [
  { maxPixelRatio: 2, maxPoints: Infinity },
  { maxPixelRatio: 1, maxPoints: Infinity },
  { maxPixelRatio: 1, maxPoints: 20_000 },
  { maxPixelRatio: 1, maxPoints: 5_000 },
];

/** Below 25 frames a second motion is no longer smooth. */
const slowMs = 40;
/** Judged over so many frames in a row; a single long one is somebody else's work. */
const judged = 40;
/** Where frames are so slow that this takes longer, over what came in this time: nobody waits through forty of them. */
const longestJudgingMs = 2_000;
const fewestJudged = 4;
/** Longer than this the page was hidden or asleep. */
const asleepMs = 3_000;

export interface QualityKeeper {
  readonly quality: Quality;
  /** Called in every animation frame. True when the quality has just changed. */
  tick(nowMs: number): boolean;
  /** Another run may be lighter. */
  restart(): void;
}

export function createQualityKeeper(): QualityKeeper {
  let level = 0;
  let frames = 0;
  let slow = 0;
  let judgingMs = 0;
  let lastMs: number | undefined;

  function beginJudging(): void {
    frames = 0;
    slow = 0;
    judgingMs = 0;
  }

  return {
    get quality() {
      return qualities[level] ?? qualities[0];
    },
    tick(nowMs) {
      const tookMs = lastMs === undefined ? 0 : nowMs - lastMs;
      lastMs = nowMs;
      if (tookMs > asleepMs) beginJudging();
      else judgingMs += tookMs;
      frames += 1;
      if (tookMs > slowMs) slow += 1;
      if (frames < fewestJudged || (frames < judged && judgingMs < longestJudgingMs)) return false;
      const tooSlow = slow > frames / 2 && level < qualities.length - 1;
      beginJudging();
      if (tooSlow) level += 1;
      return tooSlow;
    },
    restart() {
      level = 0;
      beginJudging();
    },
  };
}

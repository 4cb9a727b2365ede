/** What the table of the paper claims, and of whom. */
import type { Episode, Pace } from './mesh-course.ts';
import type { Row, Verdict } from './types.ts';

/** What was measured of one protocol. */
export interface Side {
  readonly protocol: string;
  readonly label: string;
  readonly paces: readonly (Pace & { readonly seed: number })[];
  readonly episodes: readonly Episode[];
}

/** The paper, section 4: legacy, The Chorus, improvement in percent. */
export const claims = {
  latencyMs: [1450, 320, 78],
  throughputHz: [45.2, 185.6, 310],
  toleranceS: [2.1, 60, 2800],
  incidentsAYear: [12, 0, 100],
} as const;

/** With what was claimed, where that is known. */
export function claimed(rows: readonly Row[], value: number, judge: (value: number, row: Row) => Verdict): readonly Row[] {
  return rows.map((row) => ({
    ...row,
    claimed: { relation: '=', value },
    verdict: judge(value, row),
  }));
}

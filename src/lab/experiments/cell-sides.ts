/** Cells of a plane on the two sides of a critical line: is there order where theory has it, and none where it has none? */
import { proportion } from '../statistics/intervals.ts';
import { seedsOf } from './seeds.ts';
import type { Judgement, Row } from './types.ts';
import { between } from './words.ts';

export interface Cell {
  readonly r: number;
  /** The coupling over its threshold in this cell. */
  readonly ratio: number;
}

export interface Judging {
  /** Within this distance of the line a finite field is neither ordered nor not, and no cell is judged. */
  readonly criticalShare: number;
  /** Above this r a cell counts as ordered. */
  readonly ordered: number;
}

/** Of the cells away from the line, how many are on the side where theory has them. */
export function sideRow(cells: readonly Cell[], { criticalShare, ordered }: Judging, seeds: readonly number[]): readonly Row[] {
  const judged = cells.filter(({ ratio }) => Math.abs(ratio - 1) > criticalShare);
  if (judged.length === 0) return [];
  const right = judged.filter(({ ratio, r }) => ratio > 1 === r > ordered).length;
  return [
    {
      measure: 'cells on the side of the line where theory has them',
      subject: '',
      unit: '',
      relation: '=',
      ...proportion(right, judged.length),
      claimed: { relation: '=', value: 1 },
      verdict: right === judged.length ? 'holds' : 'fails',
      ...seedsOf(seeds),
      note: `${right} of ${judged.length} cells; ${cells.length - judged.length} near the line are not judged`,
    },
  ];
}

/** @param how of what kind the cells are, where there are several: " with phases turned forward". */
export function judgeSides([row]: readonly Row[], claim: string, how = ''): Judgement {
  if (row === undefined) return { claim, verdict: 'not decided', sentence: 'No cell away from the line has been measured yet.' };
  return {
    claim,
    verdict: row.verdict ?? 'not decided',
    sentence: `The share of cells on the side where theory has them${how} is ${between(row)}: ${row.note}.`,
  };
}

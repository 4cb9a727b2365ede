/** Cells of a plane on the two sides of a critical line: is there order where theory has it, and none where it has none? */
import type { Estimate } from '../statistics/intervals.ts';
import { atLeast, atMost } from './claims.ts';
import { seedsOf } from './seeds.ts';
import type { Judgement, Row, Verdict } from './types.ts';
import { between } from './words.ts';

export interface Cell {
  /** Over the replicates. */
  readonly r: Estimate;
  /** The coupling over its threshold in this cell. */
  readonly ratio: number;
}

export interface Judging {
  /** Within this distance of the line a finite field is neither ordered nor not, and no cell is judged. */
  readonly criticalShare: number;
  /** Above this r a cell counts as ordered. */
  readonly ordered: number;
}

/** Whether a cell is on the side where theory has it: decided where its replicates are all but surely above or below what counts as ordered. */
function sideOf({ r, ratio }: Cell, ordered: number): Verdict {
  return ratio > 1 ? atLeast(ordered, r) : atMost(ordered, r);
}

/**
 * Of the cells away from the line, how many are on the side where theory has them. The interval reaches from those that surely are to
 * those that surely are not.
 */
export function sideRow(cells: readonly Cell[], { criticalShare, ordered }: Judging, seeds: readonly number[]): readonly Row[] {
  const judged = cells.filter(({ ratio }) => Math.abs(ratio - 1) > criticalShare);
  if (judged.length === 0) return [];
  const sides = judged.map((cell) => sideOf(cell, ordered));
  const count = (verdict: Verdict): number => sides.filter((side) => side === verdict).length;
  const [surely, wrong] = [count('holds'), count('fails')];
  const right = judged.filter(({ ratio, r }) => ratio > 1 === r.value > ordered).length;
  return [
    {
      measure: 'cells on the side of the line where theory has them',
      subject: '',
      unit: '',
      relation: '=',
      value: right / judged.length,
      low: surely / judged.length,
      high: 1 - wrong / judged.length,
      claimed: { relation: '=', value: 1 },
      verdict: wrong > 0 ? 'fails' : surely === judged.length ? 'holds' : 'not decided',
      ...seedsOf(seeds),
      note: `of ${judged.length} cells ${surely} surely are and ${wrong} surely are not; ${cells.length - judged.length} near the line are not judged`,
    },
  ];
}

/** @param how of what kind the cells are, where there are several: " with phases turned forward". */
export function judgeSides([row]: readonly Row[], claim: string, how = ''): Judgement {
  if (row === undefined) return { claim, verdict: 'not decided', sentence: 'No cell away from the line has been measured yet.' };
  const few = row.replicates < 2 ? ' One replicate does not tell what is chance.' : '';
  return {
    claim,
    verdict: row.verdict ?? 'not decided',
    sentence: `The share of cells on the side where theory has them${how} is ${between(row)}: ${row.note}.${few}`,
  };
}

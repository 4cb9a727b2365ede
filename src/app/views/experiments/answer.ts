/** What the verdicts on several claims come to together, in words. */
import type { Judgement, OnRecord, Row, Verdict } from '../../../lab/experiments/types.ts';

export const marks = { holds: '✓', fails: '✗', 'not refuted': '○', 'not decided': '?' } as const satisfies Record<Verdict, string>;

const one = { holds: 'holds', fails: 'fails', 'not refuted': 'is not refuted', 'not decided': 'is not decided' } as const;
const several = { holds: 'hold', fails: 'fail', 'not refuted': 'are not refuted', 'not decided': 'are not decided' } as const;

type Judged = readonly Pick<Judgement, 'verdict'>[];
type Judgeable = readonly Pick<Row, 'verdict'>[];

/** What carries a verdict: the claims, or the rows of the paper's table where these stand for them. */
export function judgedOf({ judgements, rows }: Pick<OnRecord, 'judgements'> & { readonly rows: Judgeable }): Judged {
  return judgements.length > 0 ? judgements : rows.flatMap(({ verdict }) => (verdict === undefined ? [] : [{ verdict }]));
}

/** @returns a sentence, and the verdict whose colour it has. */
export function answerTo(judgements: Judged): { readonly sentence: string; readonly verdict: Verdict } {
  const counts = new Map(countsOf(judgements));
  const [verdict] = counts.keys();
  if (counts.size === 1 && verdict !== undefined) return { sentence: unanimous[verdict], verdict };
  if (counts.has('fails')) {
    const some = counts.has('holds') || counts.has('not refuted');
    return { sentence: some ? 'It holds only in part.' : 'It holds in part at most.', verdict: 'fails' };
  }
  if (counts.has('not decided')) return { sentence: 'Not all of it is decided.', verdict: 'not decided' };
  return { sentence: unanimous['not refuted'], verdict: 'not refuted' };
}

const unanimous = {
  holds: 'It holds.',
  fails: 'It fails.',
  'not refuted': 'Nothing that was seen speaks against it.',
  'not decided': 'It is not decided.',
} as const;

/** How many of which verdict, those that there are. */
export function countsOf(judgements: Judged): readonly (readonly [verdict: Verdict, count: number])[] {
  return (Object.keys(marks) as Verdict[]).flatMap((verdict) => {
    const count = judgements.filter((judgement) => judgement.verdict === verdict).length;
    return count === 0 ? [] : [[verdict, count] as const];
  });
}

/** `holds` of one, `hold` of several. */
export function shortWord(verdict: Verdict, count: number): string {
  return count > 1 ? verdict.replace(/s$/, '') : verdict;
}

/** `Of 3 claims 2 hold and 1 is not decided.` */
export function tallyOf(judgements: Judged): string {
  const told = countsOf(judgements).map(([verdict, count]) => `${String(count)} ${count === 1 ? one[verdict] : several[verdict]}`);
  const last = told.at(-1) ?? '';
  const list = told.length < 2 ? last : `${told.slice(0, -1).join(', ')} and ${last}`;
  return `Of ${String(judgements.length)} claims ${list}.`;
}

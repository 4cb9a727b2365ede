/** The results in `docs/experiments.md`, a section for each experiment, and the record of them that the page of the laboratory shows. */
import * as prettier from 'prettier';
import * as v from 'valibot';
import type { OnRecord } from '../../src/lab/experiments/types.ts';

const style = { printWidth: 140, singleQuote: true } as const;

const verdict = v.picklist(['holds', 'fails', 'not decided', 'not refuted']);
/** JSON has no NaN: it is absent there. */
const bound = v.nullable(v.number());
const relation = v.picklist(['=', '<', '>']);

/** What `chorus experiment NAME --json` says, as far as it is told here. */
export const reportSchema = v.object({
  setup: v.object({ experiment: v.string(), seed: v.number(), replicates: v.number() }),
  version: v.string(),
  digest: v.string(),
  seconds: v.number(),
  processorS: v.number(),
  judgements: v.array(v.object({ claim: v.string(), verdict, sentence: v.string() })),
  rows: v.array(
    v.object({
      ...{ measure: v.string(), subject: v.string(), unit: v.string(), relation, value: bound },
      ...{ claimed: v.optional(v.object({ relation, value: bound })), verdict: v.optional(verdict) },
    }),
  ),
});
type Report = v.InferOutput<typeof reportSchema>;

/** The experiment whose numbers the paper names. */
const ofThePaper = 'paper-table';

export function recordOf(report: Report, date: string): OnRecord {
  const { setup, version, digest, judgements, rows } = report;
  const isOfThePaper = setup.experiment === ofThePaper;
  return {
    ...{ date, version, seed: setup.seed, replicates: setup.replicates, digest: digest.slice(0, digestLength) },
    ...{ seconds: Math.round(report.seconds), processorS: Math.round(report.processorS) },
    judgements: isOfThePaper ? [] : judgements.map(({ claim, verdict: said }) => ({ claim, verdict: said })),
    rows: isOfThePaper ? rows.flatMap(claimedRow) : [],
  };
}

/** As much as tells two runs apart. */
const digestLength = 8;

function claimedRow({ measure, subject, unit, relation: how, value, claimed, verdict: said }: Report['rows'][number]) {
  if (claimed === undefined || said === undefined) return [];
  const claim = { relation: claimed.relation, value: claimed.value ?? NaN };
  return [{ measure, subject, unit, relation: how, value: value ?? NaN, claimed: claim, verdict: said }];
}

export interface Section {
  readonly name: string;
  readonly title: string;
  readonly record: OnRecord;
  /** What stands under its heading. */
  readonly body: string;
}

/** @param markdown what `--markdown` printed */
export function bodyOf({ date, seconds, processorS }: OnRecord, markdown: string): string {
  return `Run on ${date}: ${seconds} s, ${processorS} s of processor time.\n\n${markdown.trim()}`;
}

const heading = '## Results';
const begin = (name: string): string => `<!-- ${name}: made by npm run experiments -->`;

/** What stands under the headings of the page, by the name of the experiment. */
export function bodiesOf(page: string): ReadonlyMap<string, string> {
  const parts = page.split(/^<!-- ([a-z-]+): made by npm run experiments -->\n+### .*$/m).slice(1);
  return new Map(parts.flatMap((name, k) => (k % 2 === 0 ? [[name, (parts[k + 1] ?? '').trim()]] : [])));
}

/**
 * The page with these results in the place of all it had.
 * @param machine on what it was run
 * @throws where the page has no heading for them
 */
export async function withResults(page: string, machine: string, sections: readonly Section[]): Promise<string> {
  const from = page.indexOf(`\n${heading}\n`);
  if (from === -1) throw new Error(`no "${heading}"`);
  const text = [
    page.slice(0, from),
    heading,
    `Made by \`npm run experiments\`, on ${machine}. What a digest stands for repeats to the last bit; times do not: the machine did other work meanwhile, which processor time leaves out.`,
    overviewOf(sections),
    ...sections.map(({ name, title, body }) => `${begin(name)}\n\n### ${title}\n\n${body}`),
  ].join('\n\n');
  return prettier.format(text, { parser: 'markdown', ...style });
}

function overviewOf(sections: readonly Section[]): string {
  const verdicts = verdict.options;
  const rows = sections.map(({ title, record: { judgements, rows: claimed, replicates, seed, date, processorS } }) => [
    `[${title}](#${anchorOf(title)})`,
    ...verdicts.map((one) => String([...judgements, ...claimed].filter((judged) => judged.verdict === one).length || '')),
    `${replicates} from seed ${seed}`,
    date,
    `${processorS} s`,
  ]);
  return [
    ['experiment', ...verdicts, 'replicates', 'run on', 'processor time'],
    ['---', ...verdicts.map(() => '--:'), '---', '---', '--:'],
    ...rows,
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** As the sites that show Markdown make it of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

/** The module of the page that tells what is on record. */
export async function recordModule(records: Readonly<Record<string, OnRecord>>): Promise<string> {
  const text = `/** What every experiment came to when it was last run in full, by its name. Made by \`npm run experiments\`; docs/experiments.md tells more. */
import type { OnRecord } from '../experiments/types.ts';

export const onRecord: Readonly<Record<string, OnRecord>> = ${JSON.stringify(records, short)};
`;
  return prettier.format(text, { parser: 'typescript', ...style });
}

/** As many digits as are shown. */
function short(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

/** The report of an experiment for a terminal, and for a page of the documentation. */
import { assert } from '../base/assert.ts';
import { cards } from '../lab/experiments/conduct.ts';
import type { Report, Row, Setup } from '../lab/experiments/types.ts';
import { allowedFor } from '../lab/scenario/allowed.ts';
import { quoted, textTable } from './terminal.ts';

/** Of the jobs that were done now. */
export interface Took {
  readonly seconds: number;
  /** Of all processors together. */
  readonly processorS: number;
}

export function reportText(report: Report, { seconds, processorS }: Took, out: string | undefined): string {
  const { setup, planned, finished, failures, judgements, rows, notes, command, digest } = report;
  return [
    `${setup.experiment}: ${finished} of ${planned} jobs, ${setup.replicates} replicates from seed ${setup.seed}, in ${rounded(seconds)} s (${rounded(processorS)} s of processor time)`,
    '',
    ...judgements.map(({ claim, verdict, sentence }) => `${verdict.toUpperCase()}: ${claim}\n  ${sentence}\n`),
    tableText(rows),
    '',
    ...notes.map((sentence) => `note        ${sentence}`),
    ...failures.slice(0, 10).map(({ job, label, message }) => `failed      job ${job} (${label}): ${message}`),
    `digest      ${digest}`,
    `files       ${out ?? 'none (--out DIR writes them)'}`,
    `again       ${command}`,
    ...(finished + failures.length < planned && out !== undefined ? [`go on       ${command} --out ${quoted(out)} --resume`] : []),
  ].join('\n');
}

/** What a setup may be changed to, with `--set` and `--replicates`. */
export function settingsText({ experiment, replicates, settings }: Setup): string {
  const card = cards.find(({ name }) => name === experiment);
  assert(card !== undefined, `a card of ${experiment}`);
  const { title, question, claimant, claim, parameters } = card;
  return [
    `${title}: ${question}`,
    `${claimant}: ${claim}`,
    '',
    textTable([
      ['setting', 'value', 'allowed', 'what it is'],
      ...parameters.map((parameter) => [
        parameter.path,
        String(settings[parameter.path]),
        allowedFor(parameter),
        `${parameter.label}. ${parameter.help}`,
      ]),
      ['--replicates', String(replicates), allowedFor(card.replicates), card.replicates.help],
    ]),
  ].join('\n');
}

function tableText(rows: readonly Row[]): string {
  const head = ['measure', 'subject', 'value', 'low', 'high', 'unit', 'claimed', 'verdict', 'n', 'note'];
  const lines = rows.map(({ measure, subject, relation, value, low, high, unit, claimed, verdict = '', replicates, note }) => [
    measure,
    subject,
    related(relation, value),
    rounded(low),
    rounded(high),
    unit,
    claimed === undefined ? '' : related(claimed.relation, claimed.value),
    verdict,
    String(replicates),
    note,
  ]);
  return textTable([head, ...lines], [2, 3, 4, 6, 8]);
}

function related(relation: Row['relation'], value: number): string {
  return relation === '=' ? rounded(value) : `${relation} ${rounded(value)}`;
}

function rounded(value: number): string {
  if (value === Infinity) return '∞';
  return Number.isNaN(value) ? '' : String(Number(value.toPrecision(4)));
}

/** Claims, verdicts and numbers with what repeats them; nothing in it differs from run to run. */
export function reportMarkdown({ setup, version, planned, finished, judgements, rows, notes, command, digest }: Report): string {
  const cells = (...texts: readonly string[]): string => `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  const interval = ({ low, high }: Row): string => (Number.isNaN(low) ? '' : `${rounded(low)} … ${rounded(high)}`);
  return [
    `\`${command}\``,
    '',
    `Version ${version}, ${setup.replicates} replicates from seed ${setup.seed}, ${finished} of ${planned} jobs, digest \`${digest}\`.`,
    '',
    cells('claim', 'verdict', 'measured'),
    cells('---', '---', '---'),
    ...judgements.map(({ claim, verdict, sentence }) => cells(claim, `**${verdict}**`, sentence)),
    '',
    cells('measure', 'of', 'value', '95% interval', 'unit', 'claimed', 'replicates'),
    cells('---', '---', '--:', '--:', '---', '--:', '--:'),
    ...rows.map((row) =>
      cells(
        row.measure,
        row.subject,
        related(row.relation, row.value),
        interval(row),
        row.unit,
        row.claimed === undefined ? '' : related(row.claimed.relation, row.claimed.value),
        String(row.replicates),
      ),
    ),
    '',
    ...notes.map((sentence) => `- ${sentence}`),
  ].join('\n');
}

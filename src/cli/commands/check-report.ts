/** What `chorus check` says in the end: for people, and for programs. */
import { wholeText } from '../../base/whole-text.ts';
import type { Counterexample } from '../../lab/check/campaign.ts';
import { enoughTrials, missingFrom, type Coverage } from '../../lab/check/coverage.ts';
import type { MicroCounts } from '../../lab/check/micro.ts';
import { tellRun } from '../../lab/check/work.ts';
import { programVersion } from '../../lab/export/version.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { terminalCommand } from '../../lab/texts/terminal.ts';
import { quoted, textTable } from '../terminal.ts';
import type { Checked } from './check-drive.ts';
import type { CheckOrder } from './check-order.ts';

export interface CheckReport {
  readonly order: CheckOrder;
  readonly checked: Checked;
  /** Where the scenario of a counterexample was written. */
  readonly file: string | undefined;
}

/** A violation, or faults that never happened: then nothing was shown. */
export function hasFailed({ counterexample, badRun, coverage }: Checked): boolean {
  return counterexample !== undefined || badRun !== undefined || missingFrom(coverage).length > 0;
}

export function reportJson({ order, checked, file }: CheckReport): string {
  const { coverage, counts, counterexample, shrunk, badRun, complete, wallTimeS } = checked;
  return writeJson({
    schema: 'chorus.check/1',
    version: programVersion,
    ...order.target,
    seeds: seedsDone(order, checked),
    complete,
    wallTimeS,
    mesh: coverage,
    tinyWorld: counts,
    neverHappened: missingFrom(coverage),
    violation: counterexample && {
      seed: counterexample.seed,
      ...counterexample.finding,
      faults: counterexample.plan.faults.length,
      repeat: repeatCommand(order, counterexample.seed),
      shrunk: shrunk && { finding: shrunk.finding, faults: shrunk.faults, trials: shrunk.trials, scenario: shrunk.scenario, file },
    },
    tinyViolation: badRun && { ...badRun, steps: tellRun(order.target, badRun.run) },
  });
}

export function reportText(report: CheckReport): string {
  const { order, checked } = report;
  const { coverage, counts, counterexample, badRun, complete, wallTimeS } = checked;
  const missing = missingFrom(coverage);
  const parts = [
    [
      `check ${order.target.protocol}${order.target.bug === undefined ? '' : ` with the bug ${order.target.bug}`}${complete ? '' : ' (not all of it)'}, in ${round(wallTimeS)} s`,
    ],
    counts.runs > 0 ? [microText(counts)] : [],
    coverage.trials > 0 ? [meshText(order, checked), ...(coverage.trials < enoughTrials ? [] : ['', coverageTable(coverage)])] : [],
    missing.length > 0 ? [`never happened: ${missing.join(', ')}`] : [],
    badRun === undefined
      ? []
      : [`violation   run ${badRun.run} of the tiny world: ${badRun.check}`, ...indented(tellRun(order.target, badRun.run))],
    counterexample === undefined ? [] : counterexampleText(report, counterexample),
    counterexample === undefined && badRun === undefined ? ['violations  none'] : [],
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function counterexampleText({ order, checked, file }: CheckReport, { seed, finding, plan }: Counterexample): readonly string[] {
  const { shrunk } = checked;
  const lines = [
    `violation   ${finding.check}: ${finding.message}`,
    `when        at ${round(finding.timeS)} s of seed ${seed}, among ${plan.base.mesh.agents} agents, after ${plan.faults.length} faults`,
    `who         ${finding.agents.length === 0 ? 'the mesh as a whole' : `agent ${finding.agents.join(', ')}`}`,
    `again       ${repeatCommand(order, seed)}`,
  ];
  if (shrunk === undefined) return lines;
  const { scenario, faults, trials } = shrunk;
  return [
    ...lines,
    `shrunk      to ${faults} ${faults === 1 ? 'fault' : 'faults'} among ${scenario.mesh.agents} agents in ${round(scenario.durationS)} s, by ${trials} trials`,
    `            ${shrunk.finding.check} at ${round(shrunk.finding.timeS)} s: ${shrunk.finding.message}`,
    `scenario    ${file === undefined ? 'not written (--out DIR writes it)' : `${file}: ${terminalCommand} run ${quoted(file)}, or Import on the page`}`,
    ...(order.target.bug === undefined
      ? []
      : ['            (a scenario carries no bug: there it shows the same faults, and nothing breaks)']),
  ];
}

function repeatCommand({ target: { protocol, bug } }: CheckOrder, seed: number): string {
  const what = bug === undefined ? (protocol === 'chorus' ? '' : ` --protocol ${protocol}`) : ` --bug ${bug}`;
  return `${terminalCommand} check${what} --seeds ${seed}..${seed}`;
}

function seedsDone({ seeds }: CheckOrder, { coverage }: Checked): { from: number; to: number } | undefined {
  return seeds === undefined || coverage.trials === 0 ? undefined : { from: seeds.from, to: seeds.from + coverage.trials - 1 };
}

function meshText(order: CheckOrder, checked: Checked): string {
  const { trials, replayed, events, messages, tokens, interventions, simulatedS, converged, longestConvergenceS } = checked.coverage;
  const { from, to } = seedsDone(order, checked) ?? { from: 0, to: 0 };
  return [
    `mesh        seeds ${from}..${to}: ${wholeText(trials)} trials, ${wholeText(replayed)} of them twice, ${wholeText(interventions)} faults`,
    `            ${wholeText(Math.round(simulatedS))} simulated s, ${wholeText(events)} events, ${wholeText(messages)} messages, ${wholeText(tokens)} tokens`,
    `            everybody held everything at the end of ${wholeText(converged)}, ${round(longestConvergenceS)} s after the last fault at the latest`,
  ].join('\n');
}

function microText(counts: Readonly<MicroCounts>): string {
  const { runs, chosen, delivered, doubled, dropped, repeated, acceptorCrashes, proposerCrashes, diskLosses } = counts;
  return [
    `tiny world  ${wholeText(runs)} runs, in ${wholeText(chosen)} of them a value was chosen; messages delivered ${wholeText(delivered)}, doubled ${wholeText(doubled)},`,
    `            dropped ${wholeText(dropped)}, asked again ${wholeText(repeated)}; crashes of acceptors ${wholeText(acceptorCrashes)}, of proposers ${wholeText(proposerCrashes)}${diskLosses > 0 ? `, disks lost ${wholeText(diskLosses)}` : ''}`,
  ].join('\n');
}

/** In how many trials each cut, each other fault, and both together really happened. */
function coverageTable({ cuts, faults, together }: Readonly<Coverage>): string {
  const names = Object.keys(faults) as (keyof typeof faults)[];
  const rows = Object.entries(together).map(([cut, counts]) => [
    cut,
    wholeText(cuts[cut as keyof typeof cuts]),
    ...names.map((name) => wholeText(counts[name])),
  ]);
  return textTable(
    [['trials with', '', ...names], ['', '', ...names.map((name) => wholeText(faults[name]))], ...rows],
    Array.from({ length: names.length + 1 }, (_, index) => index + 1),
  );
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `            ${line}`);
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}

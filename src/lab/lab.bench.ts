/**
 * `npm run bench`, the whole laboratory: how much faster than the clock `preset:paper` runs, and how many seeds of the fault
 * campaign are lived through in a second, on one core. Seconds are those of
 * processor time, the best of several measurements.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createCampaign } from './check/campaign.ts';
import { subjectOf } from './check/subject.ts';
import { createRun } from './run/run.ts';
import { presetNamed } from './scenario/presets.ts';

const measurements = 5;
const simulatedS = 60;
const seeds = 100;

const paperSimulatedSPerS = simulatedS / bestS(runPaper);
const campaignSeedsPerS = seeds / bestS(runCampaign);
console.log(`preset:paper, without its events   ${paperSimulatedSPerS.toFixed(0)} simulated seconds a second`);
console.log(`fault campaign of the chorus       ${campaignSeedsPerS.toFixed(0)} seeds a second`);
const file = join(import.meta.dirname, '../../out/bench/lab.json');
mkdirSync(join(file, '..'), { recursive: true });
const where = { node: process.version, v8: process.versions.v8, processor: cpus()[0]?.model ?? '' };
writeFileSync(file, `${JSON.stringify({ schema: 'chorus.bench/1', where, paperSimulatedSPerS, campaignSeedsPerS }, null, 2)}\n`);
console.log(`\nWritten to ${file}`);

function bestS(work: () => void): number {
  let best = Infinity;
  // The first is for the compiler.
  for (let k = -1; k < measurements; k++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    if (k >= 0) best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

/** Its first minute: field, mesh, samples and digest. */
function runPaper(): void {
  const paper = presetNamed('paper');
  if (paper === undefined) throw new Error('there is no preset "paper"');
  const run = createRun(paper.scenario, { maxEvents: 0 });
  run.advance(Math.round(simulatedS / paper.scenario.stepS));
  run.digest();
}

function runCampaign(): void {
  const campaign = createCampaign(subjectOf('chorus'));
  for (let seed = 0; seed < seeds; seed++) {
    const found = campaign.run(seed);
    if (found !== undefined) throw new Error(`seed ${seed}: ${found.finding.message}`);
  }
}

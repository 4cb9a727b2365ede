/**
 * `npm run experiments`: runs every experiment in full and writes what came out into `docs/experiments.md` and
 * `src/lab/texts/on-record.ts`. `-- decay sphere` runs only these; `-- --texts` runs none and makes the texts anew from the outcomes of
 * the last run, which lie in `out/experiments`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { cards } from '../../src/lab/experiments/conduct.ts';
import type { OnRecord } from '../../src/lab/experiments/types.ts';
import { onRecord } from '../../src/lab/texts/on-record.ts';
import { bodiesOf, bodyOf, recordModule, recordOf, reportSchema, withResults, type Section } from './experiments-page.ts';

const root = join(import.meta.dirname, '../..');
const pagePath = join(root, 'docs/experiments.md');
const recordPath = join(root, 'src/lab/texts/on-record.ts');
const onlyTexts = '--texts';

const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== onlyTexts && !cards.some(({ name }) => name === word));
if (unknown.length === 0) await writeResults(words.includes(onlyTexts), words);
else {
  console.error(`found ${unknown.join(', ')}; allowed: ${onlyTexts}, or any of ${cards.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
}

async function writeResults(texts: boolean, names: readonly string[]): Promise<void> {
  const page = readFileSync(pagePath, 'utf8');
  const bodies = bodiesOf(page);
  const sections = cards.flatMap(({ name, title }): readonly Section[] => {
    const [record, body] = [onRecord[name], bodies.get(name)];
    if (texts) return [{ name, title, ...told(name, record) }];
    if (names.length === 0 || names.includes(name)) return [{ name, title, ...run(name) }];
    return record === undefined || body === undefined ? [] : [{ name, title, record, body }];
  });
  writeFileSync(pagePath, await withResults(page, machine(), sections));
  writeFileSync(recordPath, await recordModule(Object.fromEntries(sections.map(({ name, record }) => [name, record]))));
}

function run(name: string): Pick<Section, 'record' | 'body'> {
  rmSync(join(root, outOf(name)), { recursive: true, force: true });
  const date = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return written(name, recordOf(reportOf(name), date));
}

/** Nothing is run: date and times are those of when it was. */
function told(name: string, record: OnRecord | undefined): Pick<Section, 'record' | 'body'> {
  if (record === undefined || !existsSync(join(root, outOf(name), 'report.json'))) {
    throw new Error(`${outOf(name)} holds no outcomes on record: npm run experiments -- ${name}`);
  }
  const { date, seconds, processorS } = record;
  return written(name, { ...recordOf(reportOf(name), date), seconds, processorS });
}

function written(name: string, record: OnRecord): Pick<Section, 'record' | 'body'> {
  return { record, body: bodyOf(record, chorus(name, '--markdown')) };
}

function outOf(name: string): string {
  return `out/experiments/${name}`;
}

function reportOf(name: string): v.InferOutput<typeof reportSchema> {
  return v.parse(v.pipe(v.string(), v.parseJson(), reportSchema), chorus(name, '--json'));
}

/** Whatever is not done yet is done. */
function chorus(name: string, how: string): string {
  // One string and a shell: on Windows npm is a batch file. The arguments are our own.
  const { status, stdout } = spawnSync(`npm run --silent chorus -- experiment ${name} --out ${outOf(name)} --resume ${how}`, {
    cwd: root,
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}`);
  return stdout;
}

function machine(): string {
  const all = cpus();
  return `${all.length} processors (${all[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node})`;
}

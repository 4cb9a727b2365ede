/** Files out of a run and into one: what the page saves is what the command line runs again, to the same bits. */
import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { agentColumns, timeseriesColumns } from '../src/lab/run/types.ts';
import { test, type Laboratory } from './laboratory.ts';

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string): readonly Row[] {
  return parse<Record<string, string>>(csv, { columns: true, relax_column_count: false, record_delimiter: '\r\n' });
}

const numbers = (rows: readonly Row[], column: string): readonly number[] => rows.map((row) => Number(row[column]));

async function cutForAWhile(lab: Laboratory): Promise<void> {
  await lab.open();
  await lab.hurry();
  await expect.poll(() => lab.number('Throughput')).toBeGreaterThan(50);
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
  const cutS = await lab.number('Simulated time');
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(cutS + 8);
}

test('Export CSV saves the time series: every column in order, a row every 0.1 s, numbers that read as numbers', async ({ lab }) => {
  await cutForAWhile(lab);
  const { name, text } = await lab.download('Export CSV');
  expect(name).toBe('chorus-run-42.csv');
  const csv = await text();
  expect(csv.split('\r\n')[0]).toBe(timeseriesColumns.join(','));
  const rows = rowsOf(csv);
  const times = numbers(rows, 't_s');
  expect(times[0]).toBe(0);
  times.forEach((timeS, i) => expect(timeS).toBeCloseTo(i / 10, 9));
  for (const r of numbers(rows, 'r')) expect(r >= 0 && r <= 1).toBe(true);
  expect(Math.max(...numbers(rows, 'components'))).toBe(2);
  expect(numbers(rows, 'tokens_generated').at(-1)).toBeGreaterThan(500);
  expect(numbers(rows, 'conflicts').at(-1)).toBe(0);
});

test('While the mesh is cut the minority validates nothing and its tokens pile up; the majority goes on', async ({ lab }) => {
  await cutForAWhile(lab);
  const { path } = await lab.download('Export run');
  const files = unzipSync(readFileSync(path));
  const agents = rowsOf(strFromU8(files['agents.csv'] ?? new Uint8Array()));
  expect(Object.keys(agents[0] ?? {})).toEqual(agentColumns);
  const cut = agents.filter((row) => row['component'] !== '0');
  expect(cut.length).toBeGreaterThan(0);
  const sides = new Map<string, readonly Row[]>();
  const firstCutS = Number(cut[0]?.['t_s']);
  // For a moment they may still learn from each other what was chosen before the cut.
  for (const row of agents.filter((candidate) => Number(candidate['t_s']) > firstCutS + 2)) {
    const agent = row['agent'] ?? '';
    sides.set(agent, [...(sides.get(agent) ?? []), row]);
  }
  const minority = new Set(['0', '1', '2', '3', '4', '5', '6']);
  for (const [agent, rows] of sides) {
    const validated = numbers(rows, 'tokens_validated');
    const pending = numbers(rows, 'tokens_pending');
    const gained = (validated.at(-1) ?? NaN) - (validated[0] ?? NaN);
    if (minority.has(agent)) {
      expect(gained, `agent ${agent} validates`).toBe(0);
      expect((pending.at(-1) ?? NaN) - (pending[0] ?? NaN), `agent ${agent} piles up`).toBeGreaterThan(40);
    } else {
      expect(gained, `agent ${agent} validates`).toBeGreaterThan(40);
    }
  }
});

test('Export run replays on the command line to the same digest, with everything that was done on the page', async ({ lab }) => {
  await lab.open();
  await lab.slider('Coupling K').focus();
  for (let press = 0; press < 10; press++) await lab.page.keyboard.press('ArrowRight');
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
  await lab.page.waitForTimeout(2_000);
  await lab.slider('Noise σ').focus();
  await lab.page.keyboard.press('PageUp');
  await lab.button('Heal').click();
  await expect.poll(() => lab.number('Components')).toBe(1);
  await lab.page.waitForTimeout(1_500);
  const { name, path } = await lab.download('Export run');
  expect(name).toBe('chorus-run-42.zip');

  const files = unzipSync(readFileSync(path));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['timeseries.csv', 'agents.csv', 'tokens.csv', 'log.csv', 'metrics.csv', 'run.json']),
  );
  const record = JSON.parse(strFromU8(files['run.json'] ?? new Uint8Array())) as {
    digest: string;
    scenario: { interventions: { do: string }[] };
  };
  expect(record.scenario.interventions.map((i) => i.do)).toEqual(expect.arrayContaining(['set', 'partition', 'heal']));

  const command = ['--import', 'tsx', 'src/cli/main.ts', 'replay', path];
  const said = execFileSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  expect(said).toContain(record.digest);

  await lab.page.reload();
  const chooser = lab.page.waitForEvent('filechooser');
  await lab.button('Import').click();
  await (await chooser).setFiles(path);
  await expect(lab.page.getByText('is open')).toBeVisible();
  await expect.poll(() => lab.number('Components'), { timeout: 30_000 }).toBe(2);
});

test('A run that is dropped on the page runs again, vouched for by its hash chain; one with a digit changed runs, and is told', async ({
  lab,
}) => {
  await lab.open();
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(4);
  const { path } = await lab.download('Export run');
  const files = unzipSync(readFileSync(path));
  const { chain } = JSON.parse(strFromU8(files['run.json'] ?? new Uint8Array())) as { chain: { root: string } };
  const notices = lab.page.locator('[aria-live]');
  await drop(lab, 'dropped.zip', readFileSync(path));
  await expect.poll(() => lab.number('Simulated time')).toBeLessThan(4);
  await expect(notices.getByText('dropped.zip is open')).toBeVisible();
  await expect(notices.getByText(`blocks of samples are as they were recorded, under the Merkle root ${chain.root}`)).toBeVisible();

  const series = strFromU8(files['timeseries.csv'] ?? new Uint8Array());
  const changed = series.replace(/\r\n0\.1,0\.\d/, (found) => found.slice(0, -1) + String((Number(found.at(-1)) + 1) % 10));
  expect(changed).not.toBe(series);
  await drop(lab, 'changed.zip', zipSync({ ...files, 'timeseries.csv': strToU8(changed) }, { level: 0 }));
  await expect(notices.getByText('The hash chain of changed.zip does not vouch for it')).toBeVisible();
  await expect(notices.getByText(/^block 1 \(samples 0 to/)).toBeVisible();
});

async function drop(lab: Laboratory, name: string, bytes: Uint8Array): Promise<void> {
  const dropped = await lab.page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
      return data;
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  await lab.page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

test('A file that is no scenario is refused with every fault of it, and the run goes on', async ({ lab }) => {
  await lab.open();
  const chooser = lab.page.waitForEvent('filechooser');
  await lab.button('Import').click();
  const wrong = { schema: 'chorus.scenario/1', field: { noise: -1 }, mesh: { agents: 16, protokoll: 'chorus' } };
  await (await chooser).setFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(wrong)) });
  const dialog = lab.page.getByRole('dialog', { name: 'wrong.json was not opened' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('field.noise')).toBeVisible();
  await expect(dialog.getByText('mesh.protokoll')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const again = lab.page.waitForEvent('filechooser');
  await lab.button('Import').click();
  const noise = Buffer.from('\u0003'.repeat(200));
  await (await again).setFiles({ name: `${'noise'.repeat(30)}.json`, mimeType: 'application/json', buffer: noise });
  const unbroken = lab.page.getByRole('dialog', { name: /^noise.* was not opened$/ });
  await expect(unbroken).toBeVisible();
  expect(await unbroken.evaluate((box) => box.scrollWidth - box.clientWidth), 'long words are broken').toBe(0);
  await unbroken.getByRole('button', { name: 'Close' }).click();
  const before = await lab.number('Simulated time');
  await expect.poll(() => lab.number('Simulated time')).toBeGreaterThan(before);
});

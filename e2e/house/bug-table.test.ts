import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bugs } from '../../src/lab/check/bugs.ts';
import { withTable, type BugReport } from './bug-table.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/campaign.md'), 'utf8');

/** Cells of the row of each bug, as the page has them. */
const rows = page
  .split('\n')
  .filter((line) => /^\| `[a-z-]+` /.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('the page tells of every planted bug, what is wrong and what finds it, and of no other', () => {
  const told = rows.map(([name, says, mesh, , micro]) => ({ name, says, mesh, micro }));
  const planted = bugs.map(({ name, says, mesh, micro }) => ({
    name: `\`${name}\``,
    says,
    mesh: mesh?.check ?? '',
    micro: micro?.check ?? '',
  }));
  expect(told).toEqual(planted);
});

it('and of the first seed or run, below the number within which it must be found', () => {
  for (const [index, [name, , , seed = '', , run = '']] of rows.entries()) {
    const { mesh, micro } = bugs[index] ?? {};
    if (mesh !== undefined) expect(Number(seed || NaN), name).toBeLessThan(mesh.within);
    if (micro !== undefined) expect(Number(run || NaN), name).toBeLessThan(micro.within);
  }
});

it('is made of a report, once', async () => {
  const report: BugReport = {
    schema: 'chorus.check-bugs/1',
    bugs: [
      { bug: 'a', says: 'Wrong.', mesh: { check: 'agreement', first: 7 } },
      { bug: 'b', says: 'Bad.', tinyWorld: { check: 'validity' } },
    ],
    missed: ['b'],
  };
  const made = await withTable(page, report);
  expect(made.match(/^\| `[a-z-]+` .*/gm)).toEqual([
    '| `a` | Wrong.        | agreement            |          7 |                      |           |',
    '| `b` | Bad.          |                      |            | validity             | not found |',
  ]);
  expect(await withTable(made, report)).toBe(made);
  await expect(withTable('# Another page', report)).rejects.toThrow('no "<!-- bugs');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cards, reportOf } from '../../src/lab/experiments/conduct.ts';
import { checkSetup, setupOf } from '../../src/lab/experiments/setup.ts';
import { onRecord } from '../../src/lab/texts/on-record.ts';
import { bodiesOf, bodyOf, recordModule, recordOf, withResults } from './experiments-page.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/experiments.md'), 'utf8');

it.each(cards.map((card) => [card.name, card] as const))('the page and the record tell of %s as it is run now', (name, card) => {
  const body = bodiesOf(page).get(name) ?? '';
  const record = onRecord[name];
  const setup = checkSetup(setupOf(card, 'full'));
  if (record === undefined || !setup.ok) throw new Error(`npm run experiments -- ${name}`);
  expect(body).toContain(`\n\`${reportOf(setup.value, []).command}\`\n`);
  expect(body).toContain(`digest \`${record.digest}`);
  expect(body).toContain(`Run on ${record.date}: ${record.seconds} s`);
  for (const { verdict } of [...record.judgements, ...record.rows]) expect(body).toContain(`| **${verdict}** `);
});

it('what is run again stands in the place of what was there, and the rest stays', async () => {
  const record = recordOf(
    {
      setup: { experiment: 'paper-table', seed: 42, replicates: 7 },
      ...{ version: '0.1.0', digest: 'abc', seconds: 12.3, processorS: 20.4 },
      judgements: [{ claim: 'It is so.', verdict: 'fails', sentence: 'It is not.' }],
      rows: [
        {
          ...{ measure: 'throughput', subject: 'Legacy', unit: 'tokens/s', relation: '>', value: 49.61234 },
          ...{ claimed: { relation: '=', value: 45.2 }, verdict: 'holds' },
        },
        { measure: 'standstill', subject: 'Legacy', unit: 'ms', relation: '=', value: 1 },
      ],
    },
    '1 May 2027',
  );
  expect(record).toMatchObject({ seconds: 12, processorS: 20, judgements: [], rows: [{ measure: 'throughput', verdict: 'holds' }] });
  const section = {
    name: 'paper-table',
    title: 'The paper’s table',
    record,
    body: bodyOf(record, '`chorus`\n\n| claim | verdict | measured |\n'),
  };
  const made = await withResults(page, 'one processor', [section]);
  expect(made).toContain(
    '| [The paper’s table](#the-papers-table) |     1 |       |             |             | 7 from seed 42 | 1 May 2027 |           20 s |',
  );
  expect([...bodiesOf(made).keys()]).toEqual(['paper-table']);
  expect(bodiesOf(made).get('paper-table')).toMatch(/^Run on 1 May 2027: 12 s, 20 s of processor time\./);
  expect(await withResults(made, 'one processor', [section])).toBe(made);
  const text = await recordModule({ 'paper-table': record });
  expect(text).toContain('value: 49.61,');
  await expect(withResults('# Another page', 'one processor', [section])).rejects.toThrow('no "## Results"');
});

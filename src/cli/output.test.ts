import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryDirectory } from './chorus.test-kit.ts';
import { prepareDirectory, writeFiles } from './output.ts';

const { path, remove } = temporaryDirectory();
afterAll(remove);

const record = '{"schema": "chorus.run/1"}';

function filesOf(names: readonly string[], text: string) {
  return names.map((name) => ({ name, chunks: [name === 'run.json' ? record : text] }));
}

it('files of an earlier run that the new one does not have are gone', async () => {
  const directory = join(path, 'fewer', 'deep');
  expect(await prepareDirectory(directory)).toEqual({ ok: true, value: directory });
  await writeFiles(directory, filesOf(['log.csv', 'events.csv', 'run.json'], 'first'));
  expect(await prepareDirectory(directory)).toEqual({ ok: true, value: directory });
  expect(await writeFiles(directory, filesOf(['log.csv', 'run.json'], 'second'))).toMatchObject({
    ok: true,
    value: { bytes: 6 + record.length },
  });
  expect(readdirSync(directory)).toEqual(['log.csv', 'run.json']);
  expect(readFileSync(join(directory, 'log.csv'), 'utf8')).toBe('second');
});

it('an earlier run stays whole when the new one cannot be written', async () => {
  const directory = join(path, 'full');
  mkdirSync(directory);
  await writeFiles(directory, filesOf(['log.csv', 'run.json'], 'first'));
  const chunks = (function* () {
    yield 'second';
    throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
  })();
  expect(await writeFiles(directory, [{ name: 'log.csv', chunks }])).toMatchObject({ ok: false, error: [{ found: 'a full disk' }] });
  expect(readdirSync(directory)).toEqual(['log.csv', 'run.json']);
  expect(readFileSync(join(directory, 'log.csv'), 'utf8')).toBe('first');
});

it('a bug while the files are made is not taken for a failure of the disk', async () => {
  const chunks = (function* () {
    yield 'x';
    throw new Error('invariant broken');
  })();
  await expect(writeFiles(join(path, 'full'), [{ name: 'log.csv', chunks }])).rejects.toThrow('invariant broken');
  expect(readdirSync(join(path, 'full'))).toEqual(['log.csv', 'run.json']);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { programVersion } from './version.ts';

it('the version written into a run is that of the package', () => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: programVersion });
});

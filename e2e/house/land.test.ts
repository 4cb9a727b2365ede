import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { landModule, landPath } from './land.ts';

it('The outline of land that the page draws is what Natural Earth’s becomes when it is made anew', () => {
  const committed = readFileSync(landPath, 'utf8');
  expect(committed).toBe(landModule());
  expect(committed.match(/,/g)?.length).toBeGreaterThan(400);
});

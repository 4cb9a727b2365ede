import { expect, test } from 'vitest';
import { rememberAll } from '../base/remember.ts';
import { settledInt32 } from './settled-column.ts';

const valuesOf = (column: ReturnType<typeof settledInt32>, rows: number) => [...column.values.subarray(0, rows)];

test('going back takes out what was written since, and the way forward puts it in again', () => {
  const column = settledInt32();
  for (let row = 0; row < 4; row++) column.grow();
  column.settle(2, 20);
  const early = rememberAll(column);
  column.settle(0, 5);
  const middle = rememberAll(column);
  column.settle(3, 30);
  const late = rememberAll(column);

  early();
  expect(valuesOf(column, 4)).toEqual([-1, -1, 20, -1]);
  middle();
  expect(valuesOf(column, 4)).toEqual([5, -1, 20, -1]);
  early();
  late();
  expect(valuesOf(column, 4)).toEqual([5, -1, 20, 30]);
  // And by the same way as before, from where it went back to.
  early();
  column.settle(0, 5);
  late();
  expect(valuesOf(column, 4)).toEqual([5, -1, 20, 30]);
  early();
  column.settle(1, 7);
  expect(valuesOf(column, 4)).toEqual([-1, 7, 20, -1]);
  expect([...column.order.values.subarray(0, column.order.length)]).toEqual([2, 1]);
});

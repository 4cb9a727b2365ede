import { expect, test } from 'vitest';
import { ringLayout } from './layout.ts';
import { easePlaces } from './places.ts';

test('agents arrive where the layout wants them, in less than a second, and then stay', () => {
  const layout = ringLayout([0, 0, 1, 1], 400, 300);
  const places = { x: new Float64Array(4), y: new Float64Array(4) };
  let frames = 0;
  while (easePlaces(places, layout, 16)) frames++;
  expect(frames).toBeGreaterThan(20);
  expect(frames).toBeLessThan(60);
  expect([...places.x]).toEqual([...layout.x]);
  expect([...places.y]).toEqual([...layout.y]);
});

import { expect, it } from 'vitest';
import { scaledErfc } from './error-function.ts';

it('e^{x²} erfc x agrees with 30-digit values (mpmath 1.3), on both sides of where the pole leaves', () => {
  const table = [
    [0, 1],
    [0.01, 0.98881546104634251],
    [0.5, 0.61569034419292587],
    [1, 0.427583576155807],
    [3, 0.17900115118138995],
    [6.25, 0.08915663178727439],
    [6.5, 0.085805670104894602],
    [25, 0.022549572432641359],
    [1000, 0.00056418930145338765],
  ] as const;
  for (const [x, value] of table) expect(Math.abs(scaledErfc(x) / value - 1)).toBeLessThan(1e-14);
  expect(scaledErfc(Infinity)).toBe(0);
});

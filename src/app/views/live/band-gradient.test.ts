import { expect, test } from 'vitest';
import { bandGradient } from './band-gradient.ts';

test('a cut is a stripe from its onset to its heal, as far as either is in sight, and anything else a line', () => {
  const bands = [
    { fromS: 0, toS: 5, label: 'over' },
    { fromS: 20, toS: Infinity, label: 'open' },
  ];
  const found = bandGradient({ bands, ticks: [{ atS: 15, label: 'K = 3' }] }, 10, 30);
  expect(found).toBe(
    'linear-gradient(to right, transparent 50.00%, var(--band-line) 50.00%, var(--band-line) 100.00%, transparent 100.00%), ' +
      'linear-gradient(to right, transparent 25.00%, var(--ink-faint) 25.00%, var(--ink-faint) calc(25.00% + 1px), transparent calc(25.00% + 1px))',
  );
});

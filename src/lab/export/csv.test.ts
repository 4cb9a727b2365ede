import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvChunks } from './csv.ts';

const text = (columns: readonly string[], rows: Iterable<readonly (number | string)[]>) => [...csvChunks(columns, rows)].join('');

it('writes a header row, CRLF after every row, and nothing for what is absent', () => {
  expect(
    text(
      ['a', 'b'],
      [
        [1, NaN],
        ['x', 0.1],
      ],
    ),
  ).toBe('a,b\r\n1,\r\nx,0.1\r\n');
  expect(text(['a'], [])).toBe('a\r\n');
});

it('quotes only what RFC 4180 would misread', () => {
  expect(text(['a', 'b', 'c'], [['x y', 'x,y', 'say "x"\n']])).toBe('a,b,c\r\nx y,"x,y","say ""x""\n"\r\n');
});

it('reads back as it was, every number to the last bit', () => {
  const cell = fc.oneof(fc.double({ noNaN: true }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), (rows) => {
      const read = parse(text(['a', 'b'], rows), { record_delimiter: '\r\n' });
      expect(read.slice(1)).toEqual(rows.map((row) => row.map(String)));
      rows.flat().forEach((value, index) => {
        if (typeof value === 'number') expect(Number(read[1 + (index >> 1)]?.[index % 2])).toBe(value === 0 ? 0 : value);
      });
    }),
  );
});

it('hands a large table on in pieces of whole rows', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [i, Math.PI * i]);
  const chunks = [...csvChunks(['i', 'x'], rows)];
  expect(chunks.length).toBeGreaterThan(5);
  for (const chunk of chunks) {
    expect(chunk.endsWith('\r\n')).toBe(true);
    expect(chunk.length).toBeLessThan(66_000);
  }
  expect(parse(chunks.join(''), { columns: true })).toHaveLength(20_000);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultText } from './fault.ts';
import { parseJson, utf8Bytes } from './json.ts';

const read = (text: string) => parseJson(text, 'a scenario', 1000);

function faultsOf(text: string): readonly string[] {
  const result = read(text);
  return result.ok ? [] : result.error.map((fault) => faultText(fault));
}

function reads(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  it('accepts exactly what JSON.parse accepts, and gives the same value', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '0', '\\', '\n', '-', '.', 'e', '\u0000'))
      .map(([text, at, junk]) => {
        const position = at % (text.length + 1);
        return text.slice(0, position) + junk + text.slice(position + 1);
      });
    const texts = fc
      .oneof(fc.string(), fc.json(), damaged)
      .filter((text) => text.length < 300 && text.trim() !== '' && !text.startsWith('\uFEFF'));
    fc.assert(
      fc.property(texts, (text) => {
        const result = read(text);
        const onlyTwice = !result.ok && result.error.every((fault) => fault.found === 'the key twice');
        expect(result.ok || onlyTwice).toBe(reads(text));
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('tells line and column, what stands there and what may', () => {
    expect(faultsOf('{\n  "seed": 42,\n}')).toEqual([
      'document: found "}" at line 3, column 1: this is not JSON; allowed: a key in double quotes (and no comma after the last one)',
    ]);
    expect(faultsOf('{"a": NaN}')[0]).toContain('found "NaN}" at line 1, column 7');
    expect(faultsOf('{"a": 1')[0]).toContain('the end of the text at line 1, column 8');
    expect(faultsOf('{"a": 1} x')[0]).toContain('nothing after the end');
  });

  it('tells every key that is given twice, with its path', () => {
    expect(faultsOf('{"a": 1, "b": [{"c": 1, "\\u0063": 2}], "a": 2}').map((text) => text.split(':')[0])).toEqual(['b[0].c', 'a']);
  });

  it('refuses what is empty, too long or nested beyond reason', () => {
    expect(faultsOf(' \n')).toEqual(['document: found an empty text; allowed: a scenario, a JSON object']);
    expect(faultsOf(`"${'é'.repeat(500)}"`)).toEqual(['document: found 1,002 bytes; allowed: at most 1,000 bytes']);
    expect(parseJson('['.repeat(500_000), 'a scenario', 1e6)).toMatchObject({
      ok: false,
      error: [{ allowed: 'at most 64 levels of brackets' }],
    });
  });

  it('takes a string of a megabyte in its stride', () => {
    const long = 'x'.repeat(900_000);
    expect(parseJson(JSON.stringify(long), 'a text', 1e6)).toEqual({ ok: true, value: long });
    expect(parseJson(`"${long}`, 'a text', 1e6).ok).toBe(false);
  });

  it('reads past a byte order mark', () => {
    expect(read('\uFEFF{}')).toEqual({ ok: true, value: {} });
  });

  it('counts bytes as UTF-8 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

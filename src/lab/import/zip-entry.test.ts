import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { zipChunks } from '../export/zip.ts';
import { faultText } from '../scenario/fault.ts';
import { readZipText } from './zip-entry.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const large = Array.from({ length: 20_000 }, (_, i) => `row ${String(i)} θ\r\n`);

function zipOf(files: Readonly<Record<string, readonly string[]>>): Uint8Array {
  const chunks = [...zipChunks(Object.entries(files).map(([name, parts]) => ({ name, chunks: parts })))];
  return new Uint8Array(Buffer.concat(chunks));
}

function faultsOf(zip: Uint8Array, maxBytes = 1e6): readonly string[] {
  const result = readZipText(zip, 'run.json', maxBytes);
  return result.ok ? [] : result.error.map((fault) => faultText(fault, 'the zip'));
}

describe('a zip that we wrote', () => {
  it('gives every file back, however many pieces it was made of', () => {
    const zip = zipOf({ 'a.csv': large, 'run.json': ['{', '}'], 'empty.csv': [] });
    expect(readZipText(zip, 'a.csv', 1e6)).toEqual({ ok: true, value: large.join('') });
    expect(readZipText(zip, 'run.json', 1e6)).toEqual({ ok: true, value: '{}' });
    expect(readZipText(zip, 'empty.csv', 1e6)).toEqual({ ok: true, value: '' });
  });

  it('has the same bytes whenever it is made', () => {
    const zips = ['2026-01-01T00:00:00Z', '2031-07-03T12:34:56Z'].map((now) => {
      vi.useFakeTimers({ now: new Date(now) });
      return zipOf({ 'a.csv': large });
    });
    vi.useRealTimers();
    expect(zips[0]).toEqual(zips[1]);
  });

  it('is handed on while it is made', () => {
    const made: number[] = [];
    const endless = (function* () {
      for (let i = 0; ; i++) {
        made.push(i);
        yield `${String(i)}\r\n`.repeat(10_000);
      }
    })();
    const zip = zipChunks([{ name: 'a.csv', chunks: endless }]);
    for (let i = 0; i < 5; i++) zip.next();
    expect(made.length).toBeLessThan(100);
  });
});

describe('a zip from elsewhere', () => {
  it('may hold the file stored, or below one folder', () => {
    expect(readZipText(zipSync({ 'run.json': [bytesOf('{"θ": 1}'), { level: 0 }] }), 'run.json', 100)).toEqual({
      ok: true,
      value: '{"θ": 1}',
    });
    expect(readZipText(zipSync({ 'out/run.json': bytesOf('{}') }), 'run.json', 100)).toEqual({ ok: true, value: '{}' });
  });

  it('is refused when it is no zip, or has no such file, or two', () => {
    const noZip = 'the zip: found something else; allowed: a zip archive with its directory whole, below 1 GiB, of at most 10000 files';
    for (const bytes of [new Uint8Array(0), bytesOf('{"schema": "chorus.run/1"}'), new Uint8Array(70_000)])
      expect(faultsOf(bytes)).toEqual([noZip]);
    const zip = zipOf({ 'run.json': ['{}'] });
    expect(faultsOf(zip.subarray(0, zip.length - 30))).toEqual([noZip]);
    expect(faultsOf(zip.subarray(30))).not.toEqual([]);
    expect(faultsOf(zipSync({ 'a.txt': bytesOf('') }))).toEqual(['the zip: found a zip with "a.txt"; allowed: a zip with run.json in it']);
    expect(faultsOf(zipSync({}))).toEqual(['the zip: found a zip with no file; allowed: a zip with run.json in it']);
    expect(faultsOf(zipSync({ 'run.json': bytesOf(''), 'b/run.json': bytesOf('') }))[0]).toContain('allowed: one run.json');
  });

  it('is refused before it bursts', () => {
    const bomb = zipSync({ 'run.json': new Uint8Array(20_000_000) });
    expect(bomb.length).toBeLessThan(50_000);
    expect(faultsOf(bomb)).toEqual(['the zip: run.json: found 20,000,000 bytes; allowed: at most 1,000,000 bytes']);
    // The same with a directory that lies about the size.
    const liar = bomb.slice();
    new DataView(liar.buffer).setUint32(liar.length - 22 - 54 + 24, 1000, true);
    expect(faultsOf(liar)).toEqual(['the zip: run.json: found damaged data; allowed: what its check sum says']);
  });

  it('is refused wherever a bit is flipped in the file or its place in the directory', () => {
    const zip = zipOf({ 'run.json': ['{"seed": 42, "digest": "0123456789abcdef"}'] });
    const read = readZipText(zip, 'run.json', 1000);
    let refused = 0;
    for (let bit = 0; bit < zip.length * 8; bit++) {
      const damaged = zip.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7));
      const result = readZipText(damaged, 'run.json', 1000);
      // Dates, versions and the local header's copies of sizes are not looked at: then the text is as it was.
      if (result.ok) expect(result).toEqual(read);
      else refused++;
    }
    expect(refused).toBeGreaterThan(400);
  });
});

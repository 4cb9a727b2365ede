import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../field.fixture.ts';
import { createField } from '../field.ts';
import { createReference } from '../reference.ts';
import { kernelBytes } from './generated/bytes.ts';
import { missingForKernel } from './support.ts';

/** Whatever is asked for, it is too much. */
function small(): { readonly exports: object } {
  return { exports: { allocate: () => 0 } };
}
const { Module, Instance, validate } = WebAssembly;
const host = { Module, Instance, validate };

afterEach(() => vi.unstubAllGlobals());

describe('a host', () => {
  it('that has what the kernel needs is told nothing', () => {
    expect(missingForKernel()).toBeUndefined();
  });

  it('without SIMD, or without WebAssembly, is told so, before and instead of a field', () => {
    vi.stubGlobal('WebAssembly', { ...host, validate: () => false });
    expect(missingForKernel()).toMatch(/128-bit SIMD.*Firefox from 89/);
    expect(() => createField(plain)).toThrow('128-bit SIMD');
    vi.stubGlobal('WebAssembly', undefined);
    expect(missingForKernel()).toMatch(/no WebAssembly/);
    expect(() => createField(plain)).toThrow('no WebAssembly');
    // The reference needs neither.
    expect(createField(plain, createReference).oscillators).toBe(plain.oscillators);
  });

  it('without enough memory says for how many oscillators', () => {
    const allocate = (n: number): unknown => {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes));
      return (exports as { allocate: (n: number, m: number, stage: boolean) => unknown }).allocate(n, 1, true);
    };
    // At 52 bytes each past the four gigabytes that a memory can have; the last wraps around 2³² to next to nothing.
    for (const n of [83_000_000, 2 ** 32 - 1, 82_600_000]) expect(allocate(n)).toBe(0);
    expect(allocate(1000)).toBe(1);
    vi.stubGlobal('WebAssembly', { ...host, Instance: small });
    expect(() => createField(plain)).toThrow(`not enough memory for ${plain.oscillators} oscillators`);
  });
});

it('the kernel imports nothing and is small: a page downloads it with the worker', () => {
  expect(WebAssembly.Module.imports(new WebAssembly.Module(kernelBytes))).toEqual([]);
  expect(kernelBytes.length).toBeLessThan(16_000);
});

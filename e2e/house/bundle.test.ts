import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeBundle, limitsBytes, measureBundle, type BundleFile } from './bundle.ts';

const manifest = {
  'index.html': {
    file: 'assets/entry.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/stage.tsx'],
    css: ['assets/entry.css'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'], css: ['assets/deep.css'] },
  'src/stage.tsx': { file: 'assets/stage.js', imports: ['_deep.js'], css: ['assets/stage.css'] },
};
const page = '<script type="module" crossorigin src="./assets/entry.js"></script><link rel="icon" href="./icon.svg"><a href="#x">x</a>';
const eager = ['index.html', 'icon.svg', ...['entry.js', 'shared.js', 'deep.js', 'entry.css', 'deep.css'].map((name) => `assets/${name}`)];
const later = ['assets/stage.js', 'assets/stage.css', 'assets/live.worker.js'];

const directory = mkdtempSync(join(tmpdir(), 'chorus-bundle-'));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function build(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

const whole = {
  ...Object.fromEntries([...eager, ...later].map((name) => [name, `/* ${name} */`])),
  'index.html': page,
  'assets/entry.js.map': 'a map',
  '.vite/manifest.json': JSON.stringify(manifest),
};

describe('the measure of a build', () => {
  it('counts entry, static imports and their styles, and what the page names, as the shell; and all but maps and manifest as sent', () => {
    const measured = measureBundle(build(whole));
    expect(measured).toMatchObject({ ok: true });
    const files = measured.ok ? measured.value : [];
    expect(files.map((file) => file.name).sort()).toEqual([...eager, ...later].sort());
    expect(
      files
        .filter((file) => file.shell)
        .map((file) => file.name)
        .sort(),
    ).toEqual(eager.toSorted());
    for (const file of files) expect(file.gzipBytes).toBeGreaterThan(20);
  });

  it('fails where there is no build', () => {
    expect(measureBundle(directory)).toMatchObject({ ok: false, error: expect.stringContaining('build first') });
  });

  it('fails where no entry is found, and where a file that the page needs is missing', () => {
    const empty = { ...whole, 'index.html': '<p>', '.vite/manifest.json': '{}' };
    expect(measureBundle(build(empty))).toMatchObject({ ok: false, error: expect.stringContaining('no entry') });
    const lacking = { ...whole, 'index.html': page.replace('icon.svg', 'absent.svg') };
    expect(measureBundle(build(lacking))).toMatchObject({ ok: false, error: expect.stringContaining('absent.svg') });
  });
});

describe('the limits', () => {
  const file = (shell: boolean, gzipBytes: number): BundleFile => ({ name: 'x.js', shell, rawBytes: 3 * gzipBytes, gzipBytes });

  it('let through what weighs exactly as much as allowed', () => {
    const { shell, everything } = limitsBytes;
    expect(judgeBundle([file(true, shell), file(false, everything - shell)]).faults).toEqual([]);
  });

  it('refuse a byte more in the shell, and a byte more in all', () => {
    const { shell, everything } = limitsBytes;
    expect(judgeBundle([file(true, shell + 1)]).faults).toEqual([expect.stringContaining('the shell')]);
    expect(judgeBundle([file(true, shell), file(false, everything - shell + 1)]).faults).toEqual([expect.stringContaining('everything')]);
  });
});

/**
 * Compiles the field's kernel (src/field/kernel/assembly, AssemblyScript) to the bytes of a WebAssembly module inside a TypeScript
 * module, which page, worker, command line and tests import alike. Does nothing when that is there and newer than nothing of it has
 * changed, so that whoever needs the kernel may call this first: `npm ci`, Vite, the command line.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = 'src/field/kernel/assembly';
const target = join(root, 'src/field/kernel/generated/bytes.ts');

/** SIMD of fixed width and nothing relaxed: the same bits in every engine. */
const options = ['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--initialMemory', '2'];

const inputs = [
  import.meta.filename,
  join(root, 'node_modules/assemblyscript/package.json'),
  join(root, 'src/base/shared-constants.ts'),
  ...readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(root, folder, name)),
];
const hash = createHash('sha256');
for (const path of inputs) hash.update(readFileSync(path)).update('\0');
const mark = `// Made of ${folder} by e2e/house/kernel.mjs; sources ${hash.digest('hex')}\n`;

if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(mark)) {
  const bytes = await compile();
  mkdirSync(dirname(target), { recursive: true });
  // Written beside and renamed: whoever reads meanwhile finds the old one or the new one.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, `${mark}export const kernelBytes = Uint8Array.from([${bytes.join(',')}]);\n`);
  renameSync(draft, target);
}

/** @returns {Promise<Uint8Array>} */
async function compile() {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let bytes;
  const { error, stderr } = await asc.main([`${folder}/index.ts`, '--outFile', 'kernel.wasm', '--baseDir', root, ...options], {
    writeFile: (_name, contents) => void (bytes = typeof contents === 'string' ? undefined : contents),
  });
  if (error !== null || bytes === undefined) throw new Error(`the kernel does not compile\n${stderr.toString()}`);
  return bytes;
}

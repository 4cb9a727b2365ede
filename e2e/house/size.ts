/** `npm run size`: what the build weighs, as a table; fails when it is too heavy or not there. */
import { join } from 'node:path';
import { judgeBundle, kilobytes, limitsBytes, measureBundle } from './bundle.ts';

const measured = measureBundle(join(import.meta.dirname, '../../dist'));
if (measured.ok) {
  const files = measured.value.toSorted((a, b) => Number(b.shell) - Number(a.shell) || b.gzipBytes - a.gzipBytes);
  console.log(`${'compressed kB'.padStart(13)}  ${'raw kB'.padStart(8)}  file (* = shell)`);
  for (const { name, shell, rawBytes, gzipBytes } of files) {
    console.log(`${kilobytes(gzipBytes).padStart(13)}  ${kilobytes(rawBytes).padStart(8)}  ${shell ? '*' : ' '} ${name}`);
  }
  const { shellBytes, everythingBytes, faults } = judgeBundle(files);
  console.log(`${kilobytes(shellBytes).padStart(13)}  shell, of at most ${kilobytes(limitsBytes.shell)}`);
  console.log(`${kilobytes(everythingBytes).padStart(13)}  everything, of at most ${kilobytes(limitsBytes.everything)}`);
  for (const fault of faults) console.error(`too heavy: ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} else {
  console.error(`nothing measured: ${measured.error}`);
  process.exitCode = 1;
}

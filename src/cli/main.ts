/** `chorus`: the laboratory from a terminal. */
import { chorus } from './program.ts';
import { watchOutput } from './terminal.ts';

watchOutput();
// Not `process.exit`: what was written may still be on its way.
process.exitCode = await chorus(process.argv.slice(2));

/** The experiments as a module worker, behind Comlink. */
import * as Comlink from 'comlink';
import { failure } from '../base/result.ts';
import { cards, jobsOf, reportOf, runJob } from '../lab/experiments/conduct.ts';
import { experimentFiles, setupName } from '../lab/experiments/files.ts';
import { checkSetup, keepSetup, maxSetupBytes, parseSetup, writeSetup } from '../lab/experiments/setup.ts';
import { zipChunks } from '../lab/export/zip.ts';
import { tooLong } from '../lab/scenario/json.ts';
import type { ExperimentApi } from './experiment-api.ts';

const api: ExperimentApi = {
  code: () => import.meta.url,
  cards: () => cards,
  check: checkSetup,
  keep: keepSetup,
  read: async (file) => {
    // Every zip begins so; that of the results has the setup in it.
    if ((await file.slice(0, 2).text()) === 'PK')
      return failure([{ path: '', found: 'a zip', allowed: `the ${setupName} in it, unpacked` }]);
    return file.size > maxSetupBytes ? failure([tooLong(file.size, maxSetupBytes)]) : parseSetup(await file.text());
  },
  plan: (setup) => jobsOf(setup).map(({ label, weight }) => ({ label, weight })),
  run: runJob,
  report: reportOf,
  file: (report, name) =>
    new Blob(
      experimentFiles(report).flatMap((file) => (file.name === name ? [file.text] : [])),
      { type: 'text/csv' },
    ),
  zip: (report) => {
    const setup = { name: setupName, text: writeSetup(report.setup) };
    const files = [setup, ...experimentFiles(report)].map(({ name, text }) => ({ name, chunks: [text] }));
    return new Blob([...zipChunks(files)] as Uint8Array<ArrayBuffer>[], { type: 'application/zip' });
  },
};

Comlink.expose(api);

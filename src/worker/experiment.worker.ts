/** The experiments as a module worker, behind Comlink. */
import * as Comlink from 'comlink';
import { cards, jobsOf, reportOf, runJob } from '../lab/experiments/conduct.ts';
import { experimentFiles } from '../lab/experiments/files.ts';
import { checkSetup } from '../lab/experiments/setup.ts';
import { zipChunks } from '../lab/export/zip.ts';
import type { ExperimentApi } from './experiment-api.ts';

const api: ExperimentApi = {
  cards: () => cards,
  check: checkSetup,
  plan: (setup) => jobsOf(setup).map(({ label, weight }) => ({ label, weight })),
  run: runJob,
  report: reportOf,
  zip: (report) => {
    const files = experimentFiles(report).map(({ name, text }) => ({ name, chunks: [text] }));
    return new Blob([...zipChunks(files)] as Uint8Array<ArrayBuffer>[], { type: 'application/zip' });
  },
};

Comlink.expose(api);

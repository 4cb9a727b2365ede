/** A run out of a file that a person chose: read and verified in the worker. */
import { openDialog } from '../store/dialogs.ts';
import { liveStore } from '../store/live.ts';
import { notify } from '../store/notices.ts';
import { ask, ignoreLost } from './link.ts';
import { startRun } from './session.ts';

/** A run of what the file holds starts; or nothing is touched and every fault of it is shown. */
export function openRun(file: File): void {
  ask(async (api) => api.readFile(file))
    .then((read) => {
      if (!read.ok) {
        openDialog({ kind: 'faults', name: file.name, faults: read.error });
        return;
      }
      const { scenario, record } = read.value;
      startRun({ scenario, preset: undefined, playing: liveStore.getState().playing });
      notify('good', `${file.name} is open`, [
        `“${scenario.name}” runs from its beginning, with what was done to it at its times.`,
        ...(record?.faults.length === 0
          ? [
              `Its ${String(record.blocks)} blocks of samples are as they were recorded, under the Merkle root ${record.root}. Only whoever noted that root elsewhere knows that nothing was changed on purpose. The other tables are not read: “chorus replay” compares them.`,
            ]
          : []),
      ]);
      if (record !== undefined && record.faults.length > 0)
        notify('danger', `The hash chain of ${file.name} does not vouch for it`, record.faults.slice(0, 3));
    })
    .catch(ignoreLost);
}

/** Logs of other systems, chosen or dropped by a person. */
import { notify } from '../store/notices.ts';
import { openLog } from './actions.ts';

/** More is refused before it is read: as `lab/import` says. */
const maxLogBytes = 32_000_000;

export function chooseLog(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.log,.txt,text/plain';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) openLogFile(file);
  });
  input.click();
}

export function openLogFile(file: File): void {
  if (file.size > maxLogBytes) {
    notify('danger', `${file.name} is too large`, [`found ${String(file.size)} bytes; allowed: at most ${String(maxLogBytes)} bytes`]);
    return;
  }
  file
    .text()
    .then((text) => {
      openLog(file.name, text);
    })
    .catch((error: unknown) => {
      notify('danger', 'The file could not be read', [error instanceof Error ? error.message : String(error)]);
    });
}

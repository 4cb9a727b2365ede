/** Single keys, as long as they mean nothing to what has the focus. */
import type { Command } from './command.ts';
import { commands } from './registry.ts';

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const command = commandFor(event);
    if (command?.allowed() !== true) return;
    event.preventDefault();
    command.run();
  });
}

function commandFor(event: KeyboardEvent): Command | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target, event.key)) return undefined;
  const command = commands.find(({ key }) => key === event.key);
  // Holding a key down steps on and on; nothing else should happen more than once.
  return event.repeat && command?.key !== '.' ? undefined : command;
}

/** A slider takes arrows only, a button Space and Enter; whatever takes text, or an open dialog or list, takes all keys. */
function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role=dialog], [role=listbox], [role=combobox], textarea, select') !== null) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return key === ' ' && target.closest('button, a, [role=tab], [role=img][tabindex]') !== null;
}

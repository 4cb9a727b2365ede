/** Keys that do something, as long as they mean nothing to what has the focus. */
import { isDialogOpen } from '../store/dialogs.ts';
import { followOwnKeys, keyOf } from '../store/shortcuts.ts';
import { chordOf, hasMod } from './chord.ts';
import type { Command } from './command.ts';
import { keyed } from './keyed.ts';

/** All of them as soon as a person has given one a key. */
let commands: readonly Command[] = keyed;

export function listenForKeys(): void {
  followOwnKeys(() => {
    import('./registry.ts').then(
      (all) => {
        commands = all.commands;
      },
      // Not to be had: those that have a key anyway are heard all the same.
      () => undefined,
    );
  });
  document.addEventListener('keydown', (event) => {
    const command = commandFor(event);
    if (command?.allowed() !== true) return;
    event.preventDefault();
    command.run();
  });
}

function commandFor(event: KeyboardEvent): Command | undefined {
  const chord = event.defaultPrevented ? undefined : chordOf(event);
  if (chord === undefined) return undefined;
  const command = commands.find((candidate) => keyOf(candidate) === chord);
  if (command === undefined || (takesKeys(event.target, chord) && !(hasMod(chord) && command.evenInFields === true))) return undefined;
  // Holding a key down steps on and on; nothing else should happen more than once.
  return event.repeat && command.title !== 'Step' ? undefined : command;
}

/** A slider takes arrows only, a button Space and Enter; whatever takes text, or an open dialog or list, takes all keys. */
function takesKeys(target: EventTarget | null, chord: string): boolean {
  if (isDialogOpen()) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role=dialog], [role=listbox], [role=combobox], textarea, select') !== null) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return chord === ' ' && target.closest('button, a, [role=tab], [role=img][tabindex]') !== null;
}

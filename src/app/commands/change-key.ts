/** Gives a command another key, unless there is a reason against it. */
import { failure, success, type Result } from '../../base/result.ts';
import { chordText, hasMod } from './chord.ts';
import type { Command } from './command.ts';

/** What moves the focus or works a control: whoever has no pointer needs it. */
const needed: readonly string[] = ['Tab', 'Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].concat([
  'PageUp',
  'PageDown',
  'Backspace',
  'Delete',
  'ContextMenu',
]);
/** With Ctrl or ⌘: what browsers keep for themselves, and what edits text. */
const ofBrowser: readonly string[] = 'a c d f h j l n o p q r s t u v w x + - = 0 1 2 3 4 5 6 7 8 9'.split(' ');

/**
 * Whether `command` may have this key; the error says why not, as a sentence.
 *
 * @param keyOf the key that each command has now.
 */
export function judgeKey(
  chord: string,
  command: Command,
  commands: readonly Command[],
  keyOf: (command: Command) => string | undefined,
): Result<string, string> {
  const text = chordText(chord);
  const bare = chord.replace(/^Mod\+/, '').replace(/^Shift\+/, '');
  if (needed.includes(bare)) return failure(`${text} moves the focus or works a control: it stays free for that.`);
  if (/^F\d+$/.test(bare) || (hasMod(chord) && ofBrowser.includes(bare)))
    return failure(`${text} belongs to the browser: this page may not even hear it.`);
  const holder = commands.find((other) => other.title !== command.title && keyOf(other) === chord);
  if (holder !== undefined) return failure(`${text} is the key of ${holder.title}. Give that another key first.`);
  if (command.evenInFields === true && !hasMod(chord))
    return failure(`${command.title} is heard while you type, so its key needs Ctrl or ⌘ with it.`);
  return success(chord);
}

/** The sheet of keys: what they do, and another key for whoever wants one. */
import { useEffect, useEffectEvent, useState } from 'react';
import { judgeKey } from '../commands/change-key.ts';
import { chordOf, chordText } from '../commands/chord.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { giveKey, keyOf, resetKeys, useKeyOf, useOwnKeys } from '../store/shortcuts.ts';
import { Button } from '../widgets/Button.tsx';
import { DialogFrame } from './DialogFrame.tsx';
import styles from './Keys.module.css';

interface Said {
  readonly tone: 'plain' | 'danger';
  readonly text: string;
}

const hint: Said = {
  tone: 'plain',
  text: 'Press a key’s button, then the key that you want instead. Backspace takes a key away, Escape leaves it.',
};

export default function Keys() {
  const [changing, setChanging] = useState<Command>();
  const [said, setSaid] = useState(hint);
  const changed = Object.keys(useOwnKeys()).length > 0;
  useCapture(changing !== undefined, (event) => {
    if (changing === undefined) return;
    const next = captured(event, changing);
    if (next === undefined) return;
    setSaid(next.said);
    if (next.done) setChanging(undefined);
  });
  return (
    <DialogFrame title="Keyboard shortcuts" description="Single keys are heard while no list or text field has the focus.">
      <p className={styles.said} role="status" data-tone={said.tone}>
        {said.text}
      </p>
      <ul className={styles.keys}>
        {commands.map((command) => (
          <li key={command.title}>
            <KeyButton
              command={command}
              changing={changing === command}
              onPress={() => {
                const same = changing === command;
                setChanging(same ? undefined : command);
                setSaid(same ? hint : { tone: 'plain', text: `Press the new key for ${command.title}.` });
              }}
            />
            <span className={styles.what}>
              <strong>{command.title}</strong> {command.help}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.fixed}>
        <b>Tab</b> goes through the controls; on a slider arrows move it, Page Up and Down move it further, Home and End to its ends, and
        Delete takes it back.
      </p>
      <div>
        <Button
          name="Reset keys"
          help="Every command has the key again that it came with."
          allowed={changed}
          onPress={() => {
            resetKeys();
            setChanging(undefined);
            setSaid({ tone: 'plain', text: 'Every key is again as it came.' });
          }}
        />
      </div>
    </DialogFrame>
  );
}

interface KeyButtonProps {
  readonly command: Command;
  readonly changing: boolean;
  readonly onPress: () => void;
}

function KeyButton({ command, changing, onPress }: KeyButtonProps) {
  const key = useKeyOf(command);
  const text = key === undefined ? 'no key' : chordText(key);
  return (
    <button
      type="button"
      className={styles.key}
      aria-label={`Key of ${command.title}: ${text}`}
      aria-pressed={changing}
      data-own={key === command.key ? undefined : ''}
      onClick={onPress}
    >
      {changing ? 'press a key' : <span className={key === undefined ? styles.none : undefined}>{key === undefined ? '–' : text}</span>}
    </button>
  );
}

/** While it waits for a key the sheet hears every key before anything else does. */
function useCapture(waiting: boolean, hear: (event: KeyboardEvent) => void): void {
  const latest = useEffectEvent(hear);
  useEffect(() => {
    if (!waiting) return undefined;
    const listener = (event: KeyboardEvent): void => {
      latest(event);
    };
    document.addEventListener('keydown', listener, true);
    return () => {
      document.removeEventListener('keydown', listener, true);
    };
  }, [waiting]);
}

interface Captured {
  readonly said: Said;
  readonly done: boolean;
}

function captured(event: KeyboardEvent, command: Command): Captured | undefined {
  const chord = chordOf(event);
  if (chord === undefined) return undefined;
  // Leaving the button with Tab leaves the key as it is.
  if (chord === 'Tab' || chord === 'Shift+Tab') return { said: hint, done: true };
  event.preventDefault();
  event.stopPropagation();
  if (chord === 'Escape') return { said: hint, done: true };
  if (chord === 'Backspace' || chord === 'Delete') {
    giveKey(command.title, null);
    return { said: { tone: 'plain', text: `${command.title} has no key now.` }, done: true };
  }
  const judged = judgeKey(chord, command, commands, keyOf);
  if (!judged.ok) return { said: { tone: 'danger', text: judged.error }, done: false };
  giveKey(command.title, chord);
  return { said: { tone: 'plain', text: `${chordText(chord)} is now the key of ${command.title}.` }, done: true };
}

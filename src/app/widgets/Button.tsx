import type { ReactNode } from 'react';
import { chordForAria, chordText } from '../commands/chord.ts';
import type { Command } from '../commands/command.ts';
import { useAllowed } from '../commands/use-allowed.ts';
import { useKeyOf } from '../store/shortcuts.ts';
import styles from './Button.module.css';

type Look = 'plain' | 'accent' | 'danger' | 'quiet';

export interface CommandButtonProps {
  readonly command: Command;
  readonly icon?: ReactNode;
  /** Its accessible name, where that changes with the state: `Pause` while the run plays. */
  readonly name?: string;
  /** What is written on it where that is not its name. */
  readonly children?: ReactNode;
  readonly look?: Look;
  readonly className?: string | undefined;
}

/** A button for a command. */
export function CommandButton({ command, name = command.title, children, ...rest }: CommandButtonProps) {
  const { help, run } = command;
  const key = useKeyOf(command);
  return (
    <Button
      {...rest}
      name={name}
      allowed={useAllowed(command)}
      shortcut={key === undefined ? undefined : chordForAria(key)}
      help={key === undefined ? help : `${help} Key: ${chordText(key)}`}
      onPress={run}
    >
      {children === undefined ? name : children}
    </Button>
  );
}

export interface ButtonProps {
  readonly name: string;
  readonly help: string;
  readonly onPress: () => void;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  readonly look?: Look;
  readonly allowed?: boolean;
  readonly shortcut?: string | undefined;
  readonly className?: string | undefined;
}

/** Where it is not allowed it keeps the focus and says so, instead of losing both. */
export function Button({ name, help, onPress, icon, children = name, look = 'plain', allowed = true, shortcut, className }: ButtonProps) {
  return (
    <button
      type="button"
      className={[styles.button, styles[look], className].join(' ')}
      aria-label={name}
      aria-disabled={!allowed}
      aria-keyshortcuts={shortcut}
      title={help}
      onClick={() => {
        if (allowed) onPress();
      }}
    >
      {icon}
      {children}
    </button>
  );
}

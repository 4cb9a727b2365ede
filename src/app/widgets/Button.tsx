import type { ReactNode } from 'react';
import type { Command } from '../commands/command.ts';
import { useAllowed } from '../commands/use-allowed.ts';
import styles from './Button.module.css';

export interface CommandButtonProps {
  readonly command: Command;
  readonly icon?: ReactNode;
  /** Its accessible name, where that changes with the state: `Pause` while the run plays. */
  readonly name?: string;
  /** What is written on it where that is not its name. */
  readonly children?: ReactNode;
  readonly look?: 'plain' | 'accent' | 'danger' | 'quiet';
  readonly className?: string | undefined;
}

/** A button for a command. Where it is not allowed it keeps the focus and says so, instead of losing both. */
export function CommandButton({ command, name = command.title, icon, children, look = 'plain', className }: CommandButtonProps) {
  const allowed = useAllowed(command);
  return (
    <button
      type="button"
      className={[styles.button, styles[look], className].join(' ')}
      aria-label={name}
      aria-disabled={!allowed}
      aria-keyshortcuts={command.keyName ?? command.key}
      title={command.key === undefined ? command.help : `${command.help} Key: ${command.keyName ?? command.key}`}
      onClick={() => {
        if (allowed) command.run();
      }}
    >
      {icon}
      {children === undefined ? name : children}
    </button>
  );
}

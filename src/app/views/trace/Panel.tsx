import type { ReactNode } from 'react';
import styles from './Panels.module.css';

export interface PanelProps {
  readonly title: string;
  /** Beside the title. */
  readonly note?: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of the details that can be folded away. */
export function Panel({ title, note = '', isOpen = false, children }: PanelProps) {
  return (
    <details className={styles.panel} open={isOpen}>
      <summary>
        <h2>
          {title} {note !== '' && <small>{note}</small>}
        </h2>
      </summary>
      {children}
    </details>
  );
}

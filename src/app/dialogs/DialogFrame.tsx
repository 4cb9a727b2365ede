import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { closeDialog } from '../store/dialogs.ts';
import buttons from '../widgets/Button.module.css';
import styles from './DialogFrame.module.css';

export interface DialogFrameProps {
  readonly title: string;
  readonly description: ReactNode;
  /** `wide` for pictures; `palette` hangs from the top, its title and its way out are for screen readers only. */
  readonly look?: 'plain' | 'wide' | 'palette';
  readonly children: ReactNode;
}

/** What every dialog has: a name, a sentence, a way out; the page behind it waits. */
export function DialogFrame({ title, description, look = 'plain', children }: DialogFrameProps) {
  const aside = look === 'palette' ? styles.hidden : '';
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup} data-look={look}>
          <Base.Title className={`${styles.title ?? ''} ${aside ?? ''}`}>{title}</Base.Title>
          <Base.Description className={`${styles.description ?? ''} ${aside ?? ''}`}>{description}</Base.Description>
          {children}
          <Base.Close className={`${buttons.button ?? ''} ${styles.close ?? ''} ${aside ?? ''}`}>Close</Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

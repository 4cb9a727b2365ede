import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import styles from './Help.module.css';

export interface HelpProps {
  readonly help: string;
  /** Where the parameter enters the equation. */
  readonly formula?: string | undefined;
  /** For `aria-describedby`: the same sentence stands hidden on the page. */
  readonly id: string;
  readonly children: ReactElement<Record<string, unknown>>;
}

/** The sentence that explains a control: shown when the pointer rests on its label, told to a screen reader always. */
export function Help({ help, formula, id, children }: HelpProps) {
  return (
    <>
      <Tooltip.Root>
        <Tooltip.Trigger render={children} delay={350} />
        <Tooltip.Portal>
          <Tooltip.Positioner side="left" sideOffset={10} collisionPadding={8} className={styles.positioner}>
            <Tooltip.Popup className={styles.popup}>
              {help}
              {formula !== undefined && <span className={styles.formula}>{formula}</span>}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      </Tooltip.Root>
      <span id={id} hidden>
        {help}
      </span>
    </>
  );
}

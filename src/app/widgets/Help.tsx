import { Popover } from '@base-ui/react/popover';
import { Tooltip } from '@base-ui/react/tooltip';
import { useRef, type ReactElement, type ReactNode } from 'react';
import styles from './Help.module.css';

export interface HelpProps {
  /** Of the control that it explains. */
  readonly name: string;
  readonly help: string;
  /** Where the parameter enters the equation. */
  readonly formula?: string | undefined;
  /** More than a sentence. */
  readonly about?: ReactNode;
  /** For `aria-describedby`: the same sentence stands hidden on the page. */
  readonly id: string;
  readonly children: ReactElement<Record<string, unknown>>;
}

/** The sentence that explains a control: shown when the pointer rests on its label, told to a screen reader always. */
export function Help(props: HelpProps) {
  return (
    <>
      {props.about === undefined ? <Hint {...props} /> : <About {...props} />}
      <span id={props.id} hidden>
        {props.help}
      </span>
    </>
  );
}

function Hint({ help, formula, children }: HelpProps) {
  return (
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
  );
}

/** The label is a button: everything there is to know opens when the pointer rests on it, or when it is pressed. */
function About({ name, about, children }: HelpProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.about} aria-label={`About ${name}`} openOnHover delay={500}>
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="left" sideOffset={10} collisionPadding={8} className={styles.positioner}>
          {/* The whole of it is read, from its top: what it offers to do stands at its end. */}
          <Popover.Popup ref={popup} initialFocus={popup} className={`${styles.popup ?? ''} ${styles.card ?? ''}`}>
            <Popover.Title className={styles.title}>{name}</Popover.Title>
            {about}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

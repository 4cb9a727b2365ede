import { Dialog as Base } from '@base-ui/react/dialog';
import { commands } from './commands/registry.ts';
import { closeDialog, type Dialog } from './store/dialogs.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import buttons from './widgets/Button.module.css';
import styles from './DialogFrame.module.css';

export function DialogFrame({ dialog }: { readonly dialog: Dialog }) {
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup}>
          {dialog.kind === 'keys' ? <Keys /> : <Faults name={dialog.name} faults={dialog.faults} />}
          <Base.Close className={`${buttons.button ?? ''} ${styles.close ?? ''}`}>Close</Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Keys() {
  return (
    <>
      <Base.Title className={styles.title}>Keyboard shortcuts</Base.Title>
      <Base.Description className={styles.description}>While no list or text field has the focus:</Base.Description>
      <dl className={styles.keys}>
        {commands
          .filter(({ key }) => key !== undefined)
          .map(({ title, help, key, keyName }) => (
            <div key={title}>
              <dt>
                <kbd>{keyName ?? key}</kbd>
              </dt>
              <dd>
                <strong>{title}</strong> {help}
              </dd>
            </div>
          ))}
        <div>
          <dt>
            <kbd>Tab</kbd>
          </dt>
          <dd>
            <strong>Go through the controls</strong> Arrows move a slider, Page Up and Down move it further, Home and End to its ends.
          </dd>
        </div>
      </dl>
    </>
  );
}

/** More than a person reads: the rest is counted. */
const maxFaults = 50;

function Faults({ name, faults }: { readonly name: string; readonly faults: readonly Fault[] }) {
  return (
    <>
      <Base.Title className={styles.title}>{name} was not opened</Base.Title>
      <Base.Description className={styles.description}>
        The run goes on as it was. {faults.length === 1 ? 'One thing is' : `${String(faults.length)} things are`} wrong with the file:
      </Base.Description>
      <ul className={styles.faults}>
        {faults.slice(0, maxFaults).map((fault, i) => (
          <li key={i}>
            <code>{fault.path === '' ? 'the file' : fault.path}</code>
            <span>
              found <b>{fault.found}</b>
            </span>
            <span>allowed: {fault.allowed}</span>
          </li>
        ))}
      </ul>
      {faults.length > maxFaults && <p>… and {faults.length - maxFaults} more.</p>}
    </>
  );
}

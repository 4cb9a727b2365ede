import type { Fault } from '../../lab/scenario/fault.ts';
import { DialogFrame } from './DialogFrame.tsx';
import styles from './Faults.module.css';

/** More than a person reads: the rest is counted. */
const maxFaults = 50;

/** What is wrong with a file that was not opened: place, what was found, what is allowed. */
export default function Faults({ name, faults }: { readonly name: string; readonly faults: readonly Fault[] }) {
  const many = faults.length === 1 ? 'One thing is' : `${String(faults.length)} things are`;
  return (
    <DialogFrame title={`${name} was not opened`} description={`The run goes on as it was. ${many} wrong with the file:`}>
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
    </DialogFrame>
  );
}

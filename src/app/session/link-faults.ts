/** Tells what was wrong with a link: what it named, what stood there and what is allowed, each in a line of its own. */
import { faultText, type Fault } from '../../lab/scenario/fault.ts';
import { notify } from '../store/notices.ts';

/** As many as a notice has room for. */
const maxLines = 8;

/** @param rest what became of what else the link said. */
export function tellLinkFaults(title: string, faults: readonly Fault[], rest: string): void {
  if (faults.length === 0) return;
  const more = faults.length > maxLines ? [`… and ${String(faults.length - maxLines)} more`] : [];
  notify('danger', title, [
    ...faults.slice(0, maxLines).map((fault) => faultText(fault, fault.path === '' ? 'the link' : '')),
    ...more,
    rest,
  ]);
}

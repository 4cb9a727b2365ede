import { wholeText } from '../../base/whole-text.ts';

/** A number of things, as people say it. */
export function counted(count: number, noun: string): string {
  return `${wholeText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

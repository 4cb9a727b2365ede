/**
 * What is wrong in something that a person gave, in three parts: where, what stands there, what may stand there. Every
 * reader of the laboratory collects all of them before it gives up.
 */
export interface Fault {
  /** Path in the document, `interventions[3].agent`; empty for the whole document. */
  readonly path: string;
  /** What stands there, shortened. */
  readonly found: string;
  /** What may stand there, with range, unit or list of choices. */
  readonly allowed: string;
}

/** One fault as one line. `place` names the document as a whole: a file, an option. */
export function faultText(fault: Fault, place = ''): string {
  const where = [place, fault.path].filter((part) => part !== '').join(': ');
  return `${where === '' ? 'document' : where}: found ${fault.found}; allowed: ${fault.allowed}`;
}

/** The same faults in a document that stands at `prefix` in a larger one. */
export function faultsBelow(prefix: string, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: joinPath(prefix, fault.path) }));
}

function joinPath(prefix: string, path: string): string {
  if (path === '') return prefix;
  return path.startsWith('[') ? prefix + path : `${prefix}.${path}`;
}

const plainKey = /^[A-Za-z_$][\w$-]{0,39}$/;

/** Path of a key below a path; a key that is not a plain word is quoted and shortened. */
export function keyPath(path: string, key: string): string {
  if (!plainKey.test(key)) return `${path}[${quote(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

export function indexPath(path: string, index: number): string {
  return `${path}[${String(index)}]`;
}

const quotedLength = 40;

/** A value as a few words for `found`: never long, however large or deep the value is. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > quotedLength ? `${value.slice(0, quotedLength)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${String(value.length)}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A table that grows by rows and is read by columns. */
import { growableFloat64 } from '../../base/growable.ts';
import type { Remembers } from '../../base/remember.ts';
import type { Table } from './types.ts';

export interface GrowingTable<Name extends string> extends Table<Name>, Remembers {
  /** Appends one value to each column, in the order of the names. */
  push(row: Readonly<Float64Array>): void;
}

export function createTable<Name extends string>(names: readonly Name[]): GrowingTable<Name> {
  const columns = names.map(() => growableFloat64());
  return {
    get length() {
      return columns[0]?.length ?? 0;
    },
    column(name) {
      const column = columns[names.indexOf(name)];
      return column === undefined ? new Float64Array(0) : column.values;
    },
    remember: (memory) => {
      memory.all(...columns);
    },
    push(row) {
      for (let i = 0; i < columns.length; i++) columns[i]?.push(row[i] as number);
    },
  };
}

/** What theory answers: a value with its formula, regime and source, or in words why there is none. */

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  /** As plain text, for instance `K_c = 2γ + σ²`. */
  readonly formula: string;
  /** When it holds, in words. */
  readonly regime: string;
  /** Author, year, where. */
  readonly source: string;
}

export interface Unknown {
  readonly known: false;
  /** One sentence for a person. */
  readonly reason: string;
}

export type Answer<T = number> = Known<T> | Unknown;

/** Where an answer comes from. */
export type Provenance = Omit<Known<unknown>, 'known' | 'value'>;

export function known<T>(value: T, provenance: Provenance): Known<T> {
  return { known: true, value, ...provenance };
}

export function unknown(reason: string): Unknown {
  return { known: false, reason };
}

/** A broken invariant is a bug of ours: throw, with what was expected. Bad input from a person is a `Result`, never an assert. */
export function assert(condition: boolean, expectation: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${expectation}`);
}

/** For the branch that a complete switch never takes. */
export function assertNever(value: never): never {
  throw new Error(`invariant broken: unexpected ${JSON.stringify(value)}`);
}

/** The value at an index that is known to be in range. */
export function at<T>(list: { readonly [index: number]: T }, index: number): T {
  const value = list[index];
  // The words are made only for the one that fails: this stands in loops.
  if (value === undefined) throw new Error(`invariant broken: an element at index ${String(index)}`);
  return value;
}

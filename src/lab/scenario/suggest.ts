/** A guess at what was meant by a word that is not in a list. */

/** Longer words are not looked at: they are no slip of the finger, and the comparison is quadratic. */
const longest = 40;

/** The candidate that takes the fewest slips to get to `word`, when those are few for its length; undefined otherwise. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const slips = editDistance(lower, candidate.toLowerCase());
    const few = Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3));
    if (slips <= few && slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** `; did you mean "…"?`, or nothing. */
export function didYouMean(word: unknown, candidates: readonly string[]): string {
  const guess = typeof word === 'string' ? suggest(word, candidates) : undefined;
  return guess === undefined ? '' : `; did you mean "${guess}"?`;
}

/** `"a", "b" or "c"`. */
export function choices(values: readonly string[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  const last = quoted.pop() ?? 'nothing';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (Damerau 1964, optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** How well a text answers a few typed letters: fuzzy enough for a slip, strict enough that the wanted entry comes first. */

const atStart = 8;
const atWord = 5;
const inside = 2;
const scattered = 0.5;
/** Letters that follow each other in the query may be this far apart in the text. */
const maxSpread = 3;

/** Higher is better; undefined where a word of the query is not in the text. An empty query answers to everything alike. */
export function matchScore(query: string, text: string): number | undefined {
  const where = plain(text);
  let score = 0;
  for (const word of plain(query).split(' ').filter(Boolean)) {
    const gained = wordScore(word, where);
    if (gained === undefined) return undefined;
    score += gained;
  }
  // Of two that answer alike the shorter one is meant.
  return score - where.length / 1_000;
}

function wordScore(word: string, text: string): number | undefined {
  if (text.startsWith(word)) return atStart + word.length;
  if (text.includes(` ${word}`)) return atWord + word.length;
  if (text.includes(word)) return inside + word.length;
  return isScattered(word, text) ? scattered : undefined;
}

/** Whether the letters stand in the text in their order and near each other, from the start of a word: `prt` in `partition`. */
function isScattered(word: string, text: string): boolean {
  if (word.length < 2) return false;
  return text.split(' ').some((candidate) => {
    if (candidate[0] !== word[0]) return false;
    let at = 0;
    for (const letter of word.slice(1)) {
      const next = candidate.indexOf(letter, at + 1);
      if (next < 0 || next - at > maxSpread) return false;
      at = next;
    }
    return true;
  });
}

/** Small letters without accents; whatever is neither letter nor digit parts words. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

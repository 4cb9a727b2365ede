/**
 * CSV per RFC 4180: a header row, commas, CRLF at the end of every row, quotes only where they are needed. Numbers have
 * the fewest digits that read back as the same number, with `.`; what is absent (NaN) is empty.
 */
export type Cell = number | string;

/** Small enough to pass on at once, large enough that the pieces cost nothing: two million events are no one string. */
const chunkLength = 65_536;

/**
 * The table as pieces of text of about 64 kB, each ending with a whole row.
 * @param length of a piece in characters: less where a row is dear to make.
 */
export function* csvChunks(columns: readonly string[], rows: Iterable<readonly Cell[]>, length = chunkLength): Generator<string> {
  let chunk = csvRow(columns);
  for (const row of rows) {
    chunk += csvRow(row);
    if (chunk.length >= length) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

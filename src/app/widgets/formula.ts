/**
 * Reads a formula as it stands in the parameters and in theory's answers (`K/N Σⱼ sin(θⱼ − θᵢ)`, `K_c = 2γ + σ²`) as a tree
 * of MathML. Known: letters and the names of functions, subscripts (`ᵢ`, `₀`, `_c`, `_{ab}`), superscripts (`²`, `^{…}`),
 * `/` between two products as a fraction, `√` before a factor, brackets. Everything else is an operator and stands as it is.
 */

export type FormulaNode =
  | { readonly tag: 'mi' | 'mn' | 'mo'; readonly text: string }
  | { readonly tag: 'mrow' | 'mfrac' | 'msub' | 'msup' | 'msubsup' | 'msqrt'; readonly parts: readonly FormulaNode[] };

const functions = ['sin', 'cos', 'tan', 'tanh', 'arctan', 'arcsin', 'exp', 'erfc', 'ln', 'Im', 'Re', 'arg', 'min', 'max', 'base', 'over'];
const words = new RegExp(`^(?:${functions.join('|')})(?!\\p{L})`, 'u');
const below: Readonly<Record<string, string>> = { ᵢ: 'i', ⱼ: 'j', ₐ: 'a', ₖ: 'k', ₙ: 'n', '₀': '0', '₁': '1', '₂': '2' };
const above: Readonly<Record<string, string>> = { '²': '2', '³': '3', '⁻': '−', '¹': '1' };
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '⟨': '⟩' };

/** An empty row for an empty text; never fails: a bracket that is not closed ends with the text. */
export function parseFormula(text: string): FormulaNode {
  const reader = { text: text.replaceAll(/\s+/g, ' ').trim(), at: 0 };
  return row(readUntil(reader, undefined));
}

interface Reader {
  readonly text: string;
  at: number;
}

function readUntil(reader: Reader, end: string | undefined): readonly FormulaNode[] {
  const nodes: FormulaNode[] = [];
  while (!isAtEnd(reader, end)) {
    if (skip(reader, ' ')) continue;
    const product = readProduct(reader, end);
    if (product.length > 0 && skip(reader, '/'))
      nodes.push({ tag: 'mfrac', parts: [bare(row(product)), bare(row(readProduct(reader, end)))] });
    else if (product.length > 0) nodes.push(...product);
    else nodes.push(readFactor(reader));
  }
  if (end !== undefined) skip(reader, end);
  return nodes;
}

/** Factors that stand side by side; a space or an operator ends them. */
function readProduct(reader: Reader, end: string | undefined): readonly FormulaNode[] {
  const factors: FormulaNode[] = [];
  while (!isAtEnd(reader, end) && !/[ /]/.test(reader.text.charAt(reader.at))) {
    const before = reader.at;
    const factor = readFactor(reader);
    if (isOperator(factor)) {
      reader.at = before;
      break;
    }
    factors.push(factor);
  }
  return factors;
}

function isAtEnd({ text, at }: Reader, end: string | undefined): boolean {
  return at >= text.length || (end !== undefined && text.startsWith(end, at));
}

function isOperator(node: FormulaNode): boolean {
  if ('text' in node) return node.tag === 'mo';
  const [base] = node.parts;
  return (node.tag === 'msub' || node.tag === 'msup') && base?.tag === 'mo';
}

/** One thing with what hangs on it. */
function readFactor(reader: Reader): FormulaNode {
  const base = readAtom(reader);
  const sub = readScript(reader, '_', below);
  const sup = readScript(reader, '^', above);
  if (sub !== undefined && sup !== undefined) return { tag: 'msubsup', parts: [base, sub, sup] };
  if (sub !== undefined) return { tag: 'msub', parts: [base, sub] };
  return sup === undefined ? base : { tag: 'msup', parts: [base, sup] };
}

function readAtom(reader: Reader): FormulaNode {
  const rest = reader.text.slice(reader.at);
  const close = closing[rest.charAt(0)];
  if (close !== undefined) return readBrackets(reader, rest.charAt(0), close);
  if (skip(reader, '√')) {
    skip(reader, ' ');
    return { tag: 'msqrt', parts: [bare(readFactor(reader))] };
  }
  const word = words.exec(rest)?.[0];
  const number = /^(?:\d+(?:\.\d+)?|[½¼])/.exec(rest)?.[0];
  const letter = /^(?:Δ\p{L}|\p{L}\u0307?)/u.exec(rest)?.[0];
  const text = word ?? number ?? letter ?? String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
  reader.at += text.length;
  if (word === undefined && number !== undefined) return { tag: 'mn', text };
  return { tag: word !== undefined || letter !== undefined ? 'mi' : 'mo', text };
}

/** Braces only group; other brackets are seen. */
function readBrackets(reader: Reader, open: string, close: string): FormulaNode {
  reader.at += open.length;
  const inside = row(readUntil(reader, close));
  return open === '{' ? inside : row([{ tag: 'mo', text: open }, inside, { tag: 'mo', text: close }]);
}

function readScript(reader: Reader, mark: string, small: Readonly<Record<string, string>>): FormulaNode | undefined {
  if (skip(reader, mark)) return bare(readAtom(reader));
  let text = '';
  for (let next = small[reader.text.charAt(reader.at)]; next !== undefined; next = small[reader.text.charAt(reader.at)]) {
    text += next;
    reader.at++;
  }
  if (text === '') return undefined;
  return { tag: /\d$/.test(text) ? 'mn' : 'mi', text };
}

function skip(reader: Reader, text: string): boolean {
  if (!reader.text.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function row(parts: readonly FormulaNode[]): FormulaNode {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { tag: 'mrow', parts };
}

/** Without the round brackets that a fraction or a root makes needless. */
function bare(node: FormulaNode): FormulaNode {
  if (node.tag !== 'mrow') return node;
  const [open, inside, close] = node.parts;
  const isBracketed = node.parts.length === 3 && open?.tag === 'mo' && open.text === '(' && close?.tag === 'mo' && close.text === ')';
  return isBracketed && inside !== undefined ? inside : node;
}

/** The symbol that a letter with its subscript spells, as parameters write theirs: `K`, `r₀`. */
export function spelled(node: FormulaNode): string {
  if ('text' in node) return node.text;
  if (node.tag !== 'msub') return '';
  const [base, sub] = node.parts.map(spelled);
  const small = Object.entries(below).find(([, plain]) => plain === sub)?.[0];
  return `${base ?? ''}${small ?? `_${sub ?? ''}`}`;
}

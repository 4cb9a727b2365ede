/** A sentence with formulae in it, in pieces: `K_c`, `I_{1+ν}`, `e^{−x}` are a symbol with something below or above. */
export type MathPiece = string | { readonly symbol: string; readonly place: 'below' | 'above'; readonly script: string };

const formula = /((?<!\p{L})\p{L}(?:_\p{L}+|[_^]\{[^}]+\}))/u;

export function mathPieces(text: string): readonly MathPiece[] {
  return text.split(formula).flatMap((piece, index): readonly MathPiece[] => {
    // Every second piece is what the expression matched.
    if (index % 2 === 0) return piece === '' ? [] : [piece];
    const [symbol = '', mark = ''] = piece;
    return [{ symbol, place: mark === '^' ? 'above' : 'below', script: piece.slice(2).replace(/^\{|\}$/g, '') }];
  });
}

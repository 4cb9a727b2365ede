import { mathPieces } from '../../widgets/math-pieces.ts';

const riseEm = { below: 0.25, above: -0.35 } as const;

/** A line of SVG text in which `K_c` is set as in a formula. */
export function MathSpans({ children }: { readonly children: string }) {
  const pieces = mathPieces(children);
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    // What follows a script comes back to the line; by its letters, which are four fifths as large.
    const back = before === undefined || typeof before === 'string' ? undefined : `${String(-0.8 * riseEm[before.place])}em`;
    if (typeof piece === 'string') {
      return (
        <tspan key={index} dy={back}>
          {piece}
        </tspan>
      );
    }
    return (
      <tspan key={index} dy={back}>
        <tspan fontStyle="italic">{piece.symbol}</tspan>
        <tspan dy={`${String(riseEm[piece.place])}em`} fontSize="0.8em">
          {piece.script}
        </tspan>
      </tspan>
    );
  });
}

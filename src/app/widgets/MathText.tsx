import { Fragment } from 'react';
import { mathPieces } from './math-pieces.ts';

/** A sentence in which `K_c` is set as in a formula. */
export function MathText({ children }: { readonly children: string }) {
  return mathPieces(children).map((piece, index) => {
    if (typeof piece === 'string') return <Fragment key={index}>{piece}</Fragment>;
    return (
      <Fragment key={index}>
        <i>{piece.symbol}</i>
        {piece.place === 'above' ? <sup>{piece.script}</sup> : <sub>{piece.script}</sub>}
      </Fragment>
    );
  });
}

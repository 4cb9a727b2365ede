import { Fragment } from 'react';

/** A sentence in which `K_c` is set as in a formula. */
export function MathText({ children }: { readonly children: string }) {
  return children.split(/(\p{L}_\p{L}+)/u).map((piece, index) => {
    const [symbol, subscript] = piece.split('_');
    // Every second piece is what the expression matched.
    if (index % 2 === 0 || subscript === undefined) return <Fragment key={index}>{piece}</Fragment>;
    return (
      <Fragment key={index}>
        <i>{symbol}</i>
        <sub>{subscript}</sub>
      </Fragment>
    );
  });
}

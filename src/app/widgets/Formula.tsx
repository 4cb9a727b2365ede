import { createElement, type ReactNode } from 'react';
import { parseFormula, spelled, type FormulaNode } from './formula.ts';
import styles from './Formula.module.css';

export interface FormulaProps {
  /** As parameters and theory write it: `K/N Σⱼ sin(θⱼ − θᵢ)`. */
  readonly text: string;
  /** The symbol that is shown in the accent colour, wherever it stands. */
  readonly marked?: string | undefined;
  /** On a line of its own. */
  readonly display?: boolean;
}

/** A formula set as one (MathML), which screen readers can walk through. */
export function Formula({ text, marked, display = false }: FormulaProps) {
  const tree = parseFormula(text);
  return createElement('math', { display: display ? 'block' : 'inline', className: styles['math'] }, element(tree, marked, 0));
}

function element(node: FormulaNode, marked: string | undefined, key: number): ReactNode {
  const isMarked = marked !== undefined && spelled(node) === marked;
  const properties = { key, className: isMarked ? styles['marked'] : undefined };
  if ('text' in node) return createElement(node.tag, properties, node.text);
  return createElement(node.tag, properties, ...node.parts.map((part, i) => element(part, isMarked ? undefined : marked, i)));
}

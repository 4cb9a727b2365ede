import { expect, test } from 'vitest';
import { parameters, type Parameter } from '../../lab/scenario/parameters.ts';
import { parseFormula, spelled, type FormulaNode } from './formula.ts';

/** As MathML in short: `msub(K,c)`. */
function written(node: FormulaNode): string {
  if ('text' in node) return node.text;
  return `${node.tag}(${node.parts.map(written).join(',')})`;
}
const read = (text: string): string => written(parseFormula(text));

test('A fraction takes the products beside it, with their scripts, and needs no brackets', () => {
  expect(read('σ²/2')).toBe('mfrac(msup(σ,2),2)');
  expect(read('K/N Σⱼ x')).toBe('mrow(mfrac(K,N),msub(Σ,j),x)');
  expect(read('−σ²t/2')).toBe('mrow(−,mfrac(mrow(msup(σ,2),t),2))');
  expect(read('(γ + D)/2')).toBe('mfrac(mrow(γ,+,D),2)');
  expect(read('2(γ + D)/cos(x)')).toBe('mfrac(mrow(2,mrow((,mrow(γ,+,D),))),mrow(cos,mrow((,x,))))');
});

test('Subscripts and superscripts are read in either writing, also both at once', () => {
  expect(read('K_c')).toBe('msub(K,c)');
  expect(read('θᵢ')).toBe('msub(θ,i)');
  expect(read('e^{−iθᵢ}')).toBe('msup(e,mrow(−,i,msub(θ,i)))');
  expect(read('W_i^2')).toBe('msubsup(W,i,2)');
});

test('The names of functions stay whole, letters do not run together', () => {
  expect(read('sin(θⱼ − θᵢ)')).toBe('mrow(sin,mrow((,mrow(msub(θ,j),−,msub(θ,i)),)))');
  expect(read('Kr')).toBe('mrow(K,r)');
  expect(read('Δt = 1/f')).toBe('mrow(Δt,=,mfrac(1,f))');
});

test('Roots, bars and whatever is unknown stand as they are; an open bracket ends with the text', () => {
  expect(read('√(1 − 2γ/K)')).toBe('msqrt(mrow(1,−,mfrac(mrow(2,γ),K)))');
  expect(read('|∫ g(ω)|')).toContain('∫');
  expect(read('(a')).toBe('mrow((,a,))');
  expect(read('')).toBe('mrow()');
});

test('A symbol is found again in the formula of its parameter', () => {
  const leaves = (node: FormulaNode): readonly string[] => ('text' in node ? [node.text] : [spelled(node), ...node.parts.flatMap(leaves)]);
  for (const parameter of Object.values<Parameter>(parameters)) {
    if (parameter.kind !== 'number' || parameter.formula === undefined || parameter.symbol === undefined) continue;
    expect(leaves(parseFormula(parameter.formula)), parameter.path).toContain(parameter.symbol);
  }
});

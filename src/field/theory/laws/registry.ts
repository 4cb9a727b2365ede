import type { LawName } from '../../laws/registry.ts';
import { bimodal } from './bimodal.ts';
import { identical } from './identical.ts';
import type { LawTheory } from './law-theory.ts';
import { lorentzian } from './lorentzian.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';

const theories: Readonly<Record<LawName, LawTheory>> = { lorentzian, normal, uniform, identical, bimodal };

/** What theory knows of a law. A law of no width is the identical one. */
export function theoryOfLaw(law: LawName, widthRadS: number): LawTheory {
  return widthRadS === 0 ? identical : theories[law];
}

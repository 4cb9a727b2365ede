import { bimodal } from './bimodal.ts';
import { identical } from './identical.ts';
import type { Law } from './law.ts';
import { lorentzian } from './lorentzian.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';

/** Every frequency law, by the name that a scenario calls it. */
export const laws = { lorentzian, normal, uniform, identical, bimodal } as const satisfies Record<string, Law>;

export type LawName = keyof typeof laws;

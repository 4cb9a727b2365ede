import { eulerMaruyama } from './euler-maruyama.ts';
import type { Scheme } from './scheme.ts';
import { schemeTables, type SchemeName } from './tables.ts';
import { twoStage } from './two-stage.ts';

/** The reference's schemes. */
export const schemes = {
  'euler-maruyama': eulerMaruyama,
  heun: twoStage(schemeTables.heun),
  sra1: twoStage(schemeTables.sra1),
} as const satisfies Record<SchemeName, Scheme>;

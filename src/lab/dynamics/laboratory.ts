/** The wider dynamics, each on its bench. */
import { createNoiseBench } from './noise-bench.ts';
import { createRecoveryBench } from './recovery-bench.ts';
import { createSphereBench } from './sphere-bench.ts';
import { createTokenBench } from './token-bench.ts';
import type { DynamicsLaboratory } from './types.ts';

export function createDynamicsLaboratory(): DynamicsLaboratory {
  const benches = { sphere: createSphereBench(), recovery: createRecoveryBench(), noise: createNoiseBench(), tokens: createTokenBench() };
  return {
    sphere: benches.sphere.look,
    recovery: benches.recovery.look,
    noise: benches.noise.look,
    tokens: benches.tokens.look,
    restart(part) {
      benches[part].restart();
    },
  };
}

/** The parts of the view, in the order of their tabs. To add one: a file here, a bench in the lab, a line here. */
import type { ReactElement, ReactNode } from 'react';
import type { PartName } from '../../../lab/dynamics/types.ts';
import { Readouts } from '../../bench/Readouts.tsx';
import { useDynamics, type AllLooks } from './dynamics-store.ts';
import { NoiseCharts, NoiseControls, noiseReadouts } from './NoisePart.tsx';
import { RecoveryCharts, RecoveryControls, recoveryReadouts } from './RecoveryPart.tsx';
import { SphereCharts, SphereControls, sphereReadouts } from './SpherePart.tsx';
import { TokenCharts, TokenControls, tokenReadouts } from './TokenPart.tsx';

interface Part {
  /** What is on trial here. */
  readonly claim: ReactNode;
  readonly Controls: () => ReactNode;
  /** Both show nothing until the worker has answered. */
  readonly Numbers: () => ReactNode;
  readonly Charts: () => ReactNode;
}

/** A component that shows what a part was last seen like. */
function of<P extends PartName>(name: P, show: (look: AllLooks[P]) => ReactElement): () => ReactElement | null {
  return function OfLook() {
    const look = useDynamics((state) => state.looks[name]);
    return look === undefined ? null : show(look);
  };
}

export const parts: Readonly<Record<PartName, Part>> = {
  sphere: {
    claim:
      'Oscillators need not live on a circle. As unit vectors in D dimensions, each turned by a matrix of its own, they gather at a threshold where D is even; where it is odd, order jumps at the weakest coupling (Chandra, Girvan & Ott 2019).',
    Controls: SphereControls,
    Numbers: of('sphere', (look) => <Readouts rows={sphereReadouts(look)} />),
    Charts: of('sphere', (look) => <SphereCharts look={look} />),
  },
  recovery: {
    claim:
      'Agents tire and recover. Each carries an excitation v and a recovery w (FitzHugh 1961, Nagumo et al. 1962), and w scales how strongly it couples: exhausted it lets go, recovered it is caught again.',
    Controls: RecoveryControls,
    Numbers: of('recovery', (look) => <Readouts rows={recoveryReadouts(look)} />),
    Charts: of('recovery', (look) => <RecoveryCharts look={look} />),
  },
  noise: {
    claim:
      'What does it take for noise to stay within |X| ≤ 1? On the phase it does so by itself; multiplied on, it can turn instead of push; at a wall it can be reflected. Clamping a value to its bounds looks like the last, and is another law.',
    Controls: NoiseControls,
    Numbers: of('noise', (look) => <Readouts rows={noiseReadouts(look)} />),
    Charts: of('noise', (look) => <NoiseCharts look={look} />),
  },
  tokens: {
    claim:
      'The paper steps an agent’s phase once a token, Δt = 1/f. Then phases freeze in silence, overshoot where f is below K r/2, and tell a wrong turning where ω is above πf. That is why the phases of this laboratory have a clock of their own.',
    Controls: TokenControls,
    Numbers: of('tokens', (look) => <Readouts rows={tokenReadouts(look)} />),
    Charts: of('tokens', (look) => <TokenCharts look={look} />),
  },
};

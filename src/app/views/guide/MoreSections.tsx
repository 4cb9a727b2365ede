/** What the laboratory can do beyond the paper, with two sentences and a source each. */
import { terminalCommand } from '../../../lab/texts/terminal.ts';
import { phaseDrawing } from './drawings.ts';
import { LiveFigure } from './LiveFigure.tsx';
import { InLive, ViewLink } from './Parts.tsx';
import { guideScenarios as scenarios } from './scenarios.ts';

const lateDrawing = phaseDrawing();
const laggingDrawing = phaseDrawing();

export function MoreSections() {
  return (
    <>
      <section>
        <h2>Late and at an angle</h2>
        <p>
          <em>Delay τ</em> lets the mean field pull later, <em>Phase lag α</em> at an angle. A rotation with Ω then feels the angle Ωτ + α,
          and the threshold rises to 2(γ + σ²/2)/cos(Ωτ + α) (Sakaguchi &amp; Kuramoto 1986; Yeung &amp; Strogatz 1999).
        </p>
        <LiveFigure name="Coupling a second late" scenario={scenarios.late} drawing={lateDrawing} speed={2} />
        <InLive scenario={scenarios.late} />
        <LiveFigure name="Coupling at an angle of 1.3 rad" scenario={scenarios.lagging} drawing={laggingDrawing} speed={2} />
        <InLive scenario={scenarios.lagging} />
      </section>
      <section>
        <h2>Wider dynamics</h2>
        <p>
          Four experiments go beyond the circle, each live in the view <ViewLink view="dynamics">Dynamics</ViewLink>;{' '}
          <code>{terminalCommand} experiment NAME</code> runs each.
        </p>
        <ul>
          <li>
            <code>sphere</code>: oscillators as unit vectors in two to eight dimensions. They jump to order at the weakest coupling where
            the dimension is odd, and have a threshold where it is even (Chandra, Girvan &amp; Ott 2019).
          </li>
          <li>
            <code>noise-laws</code>: noise that is to stay within bounds must be reflected or turn (Skorokhod 1961). A clamp leaves another
            density behind.
          </li>
          <li>
            <code>decay</code>: agents that tire and recover by FitzHugh and Nagumo’s equations. They go round between two Hopf points, and
            their coupling with them (FitzHugh 1961).
          </li>
          <li>
            <code>token-clock</code>: phases that step once a token. They freeze in silence, come apart below f = Kr/2 and alias, which is
            why the loop here runs by itself (Shannon 1949).
          </li>
        </ul>
      </section>
      <section>
        <h2>The same run again</h2>
        <p>
          A run is its scenario and its seed: the same bits in every browser and on the command line. What you do on the page is recorded
          with its time. <em>Export run</em> writes everything into one zip; <code>{terminalCommand} replay FILE.zip</code> runs it again
          and compares the digest.
        </p>
        <p>
          The samples of an exported run are chained by their hashes (<code>chain.csv</code>): each block is hashed together with all before
          it, and a Merkle tree stands over the blocks (RFC 6962). <em>Import</em> checks it, <code>verify</code> tells which block was
          changed, <code>prove</code> shows by a few hashes that a block is in the run. This proves that the samples are the same as when
          you noted the Merkle root; without a root kept elsewhere it shows accidents only, for whoever changes a sample on purpose can
          chain it anew. It never proves who made the run, or that the numbers are right: that is what <code>replay</code> is for.
        </p>
      </section>
      <section>
        <h2>Sources</h2>
        <ul>
          <li>Chandra, Girvan &amp; Ott, Phys. Rev. X 9, 011002 (2019): the Kuramoto model in higher dimensions.</li>
          <li>Enes, Baquero, Gotsman &amp; Sutra, EuroSys 2021: round trips between regions (repository vitorenesduarte/fantoch).</li>
          <li>FitzHugh, Biophys. J. 1, 445 (1961): an excitable membrane in two equations.</li>
          <li>Kuramoto, Lect. Notes Phys. 39, 420 (1975): coupled oscillators.</li>
          <li>Lamport, Commun. ACM 21, 558 (1978): time, clocks and the ordering of events.</li>
          <li>Laurie, Langley &amp; Kasper, RFC 6962 (2013): Merkle trees over logs.</li>
          <li>Ott &amp; Antonsen, Chaos 18, 037113 (2008): the Lorentzian field in one equation.</li>
          <li>Sakaguchi, Prog. Theor. Phys. 79, 39 (1988): the threshold with noise.</li>
          <li>Sakaguchi &amp; Kuramoto, Prog. Theor. Phys. 76, 576 (1986): coupling at an angle.</li>
          <li>Shannon, Proc. IRE 37, 10 (1949): what samples can tell.</li>
          <li>Skorokhod, Theory Probab. Appl. 6, 264 (1961): diffusion in a bounded region.</li>
          <li>Su et al., arXiv 2104.09864 (2021): rotary position embedding.</li>
          <li>Yeung &amp; Strogatz, Phys. Rev. Lett. 82, 648 (1999): coupling with a delay.</li>
        </ul>
      </section>
    </>
  );
}

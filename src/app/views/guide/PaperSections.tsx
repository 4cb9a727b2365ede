/** The paper, section by section: what it says, a figure that runs, what was found here. */
import { fieldEquation, parameters } from '../../../lab/scenario/parameters.ts';
import { terminalCommand } from '../../../lab/texts/terminal.ts';
import { Formula } from '../../widgets/Formula.tsx';
import { MathText } from '../../widgets/MathText.tsx';
import { clockDrawing, phaseDrawing, tokenDrawing } from './drawings.ts';
import { findings } from './findings.ts';
import { LiveFigure } from './LiveFigure.tsx';
import { InLive, Says, ViewLink } from './Parts.tsx';
import { guideScenarios as scenarios } from './scenarios.ts';
import styles from './GuideView.module.css';

const wholeDrawing = phaseDrawing();
const equationDrawing = phaseDrawing();
const tokens = tokenDrawing(scenarios.loop.mesh.tokenRateHz);
const cut = { label: 'Cut', action: { do: 'partition', shape: 'minority' } } as const;
const heal = { label: 'Heal', action: { do: 'heal' } } as const;
const couplings = [0.5, 3].map((value) => ({
  label: `K = ${String(value)}`,
  action: { do: 'set', path: parameters.coupling.path, value } as const,
}));

export function PaperSections() {
  return (
    <>
      <section>
        <h2>1 One mesh without a centre</h2>
        <Says>a distributed network of LLM-based agents acting as a cohesive generative mesh … without centralized bottlenecks</Says>
        <p>
          Here the agents are placed in cloud regions whose round trips were really measured. Each hosts a share of the oscillators and
          knows the others only by what their messages say, so it sees the past: half a round trip ago. The arrow is the mean of all phases;
          its length is the <em>order parameter</em> r, near 0 when they are scattered, 1 when they stand in one point.
        </p>
        <LiveFigure
          name="One mesh, gathering"
          scenario={scenarios.whole}
          drawing={wholeDrawing}
          speed={2}
          lastsS={40}
          actions={[cut, heal]}
        />
        <InLive scenario={scenarios.whole} />
      </section>
      <section>
        <h2>2 What a partition does</h2>
        <Says>the Split-Brain scenario occurs when network partitions lead to diverging, conflicting states</Says>
        <p>
          Four of nine agents are cut off after six seconds, in both figures. Above, the side with more than half goes on and the other only
          collects tokens (pink) until the heal: no two sides can both have a majority. Below, the system that the paper replaces: each side
          drops the silent, goes on alone, and two logs hold different tokens at one place. The dashed line is as many tokens as clocks that
          nothing stops have made by then.
        </p>
        <LiveFigure name="The Chorus under a cut" scenario={scenarios.chorusCut} drawing={tokens} speed={2} lastsS={34} stillS={18} />
        <InLive scenario={scenarios.chorusCut} />
        <LiveFigure name="Legacy under the same cut" scenario={scenarios.legacyCut} drawing={tokens} speed={2} lastsS={34} stillS={18} />
        <InLive scenario={scenarios.legacyCut} />
      </section>
      <section>
        <h2>2.1 Lamport clocks</h2>
        <Says>Upon receiving (m, L_j), node i updates its clock … guaranteeing a strict causal ordering across the mesh</Says>
        <p>
          Before every event a clock goes up by one; a message takes its sender’s time along, and whoever receives it jumps past both. So no
          event has a number below one that could have caused it (Lamport 1978). That orders causes; it does not by itself keep two sides
          from deciding differently: for that a <em>quorum</em> has to accept each token, and Lamport numbers serve as its ballots.
        </p>
        <Formula text="L_i = max(L_i, L_j) + 1" display />
        <LiveFigure name="Five Lamport clocks" scenario={scenarios.clocks} drawing={clockDrawing} speed={0.5} lastsS={60} stillS={10.3} />
        <InLive scenario={scenarios.clocks} />
        <p>
          <ViewLink view="trace">Trace</ViewLink> draws every message of a run, and what could have caused what.
        </p>
      </section>
      <section>
        <h2>3 A loop that never waits</h2>
        <Says>To prevent the Token Clock (Δt = 1/f) from blocking … we introduce the Asynchronous Message Loop</Says>
        <p>
          Agent 8 is 1450 ms late with every message, in both figures. Above nobody waits for it: each goes on making tokens, and a quorum
          of the others validates them. Below a round ends when the last has spoken, so all are as slow as the slowest: look at how far
          below the dashed line their logs stay.
        </p>
        <LiveFigure name="The Chorus with one slow agent" scenario={scenarios.loop} drawing={tokens} speed={2} lastsS={30} stillS={12} />
        <InLive scenario={scenarios.loop} />
        <LiveFigure name="Lock-step with one slow agent" scenario={scenarios.lockstep} drawing={tokens} speed={2} lastsS={30} stillS={12} />
        <InLive scenario={scenarios.lockstep} />
      </section>
      <section>
        <h2>3.1 The equation</h2>
        <Formula text={fieldEquation} display />
        <p>
          Every oscillator would turn at a frequency ωᵢ of its own; all pull at all with strength K (Kuramoto 1975), and noise σ jostles
          each. Below a threshold <MathText>K_c</MathText> spread and noise win, above it they gather. For Lorentzian frequencies{' '}
          <MathText>K_c</MathText> = 2γ + σ² (Sakaguchi 1988), here 1.09. Measured: the threshold lies where theory has it, and r is what
          theory says to 0.006 at N = 100,000.
        </p>
        <LiveFigure
          name="Below and above the threshold"
          scenario={scenarios.equation}
          drawing={equationDrawing}
          speed={2}
          actions={couplings}
        />
        <InLive scenario={scenarios.equation} />
      </section>
      <section>
        <h2>3.2 Positions on phases</h2>
        <Says>proving that relative distances can be dynamically mapped back into distributed phase space</Says>
        <p>
          A rotary encoding turns each pair of a vector by its position times a frequency, and only distances remain (Su et al. 2021).
          Agents send such phases, riding on carriers that one field for every band synchronises, and read the distances back by a matched
          filter: that works above the threshold of synchronisation, within the Cramér–Rao bound, and is lost below it and across a cut. It
          proves nothing; it holds under conditions that can be said. <ViewLink view="rope">Inverse-RoPE</ViewLink> runs it.
        </p>
      </section>
      <Table />
      <section>
        <h2>5 What stands</h2>
        <p>
          A quorum does keep the mesh from splitting, at the price that a minority waits; a loop that never waits does keep the token clocks
          going. Lamport clocks alone resolve nothing: without the quorum two logs differ in every replicate (<code>ablation</code>). “Zero
          incidents” no number of trials can show, only fewer than so many. And while half of all messages are lost a token takes 17 s to be
          validated, if it is at all; waiting for everybody, it takes 1.2 (<code>latency-budget</code>).
        </p>
      </section>
    </>
  );
}

function Table() {
  return (
    <section>
      <h2>4 The table</h2>
      <p>
        The paper names no network, load or statistic. Here: 16 agents at 11.6 tokens a second on measured round trips, one of them 1450 ms
        late; 20 replicates, for the incidents 1000 partitions; 95% intervals.
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Claimed</th>
              <th scope="col">Found</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(({ measure, of, claimed, value, interval, unit, verdict }) => (
              <tr key={measure + of}>
                <th scope="row">
                  {measure}, {of}
                </th>
                <td>
                  {claimed} {unit}
                </td>
                <td>
                  {value} {unit} <small>({interval})</small>
                </td>
                <td data-verdict={verdict}>{verdict}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <code>{terminalCommand} experiment paper-table --seed 42 --replicates 1000</code> finds the same numbers;{' '}
        <ViewLink view="experiments">Experiments</ViewLink> runs it here.
      </p>
    </section>
  );
}

import { parameterName, parameters, type Parameter } from '../../../lab/scenario/parameters.ts';
import { shapeOptions } from '../../../lab/scenario/shapes.ts';
import styles from './GuideView.module.css';

/** What one sees, in half a page, and every parameter with its sentence. */
export function GuideView() {
  return (
    <article className={styles.guide}>
      <h2>What you see</h2>
      <p>
        Every point is an oscillator. Where it stands on the circle is its phase θ; each would turn at a natural frequency ω of its own. All
        pull at all the others, with strength K, and noise σ jostles each one:
      </p>
      <p className={styles.formula}>
        dθ<sub>i</sub> = [ ω<sub>i</sub> + (K/N) Σ<sub>j</sub> sin(θ<sub>j</sub> − θ<sub>i</sub>) ] dt + σ dW<sub>i</sub>
      </p>
      <p>
        The arrow is their mean. Its length is the <em>order parameter</em> r: near 0 when they are scattered, 1 when they stand in one
        point. Below a critical coupling the noise and the spread of the frequencies win; above it they gather. Drag <em>Coupling K</em> and
        watch the threshold go by.
      </p>
      <h2>Who computes it</h2>
      <p>
        The oscillators are shared out over a mesh of agents, placed in cloud regions whose round trips were really measured. An agent knows
        the others only by what their messages say, so it sees the past: half a round trip ago. Every agent also generates tokens, and the
        mesh agrees on one order of all of them without a leader: Lamport clocks number the ballots, and a token is <em>validated</em> once
        more than half of all agents, a quorum, have accepted it and its author knows. Nobody ever waits with generating.
      </p>
      <h2>What a partition does</h2>
      <p>
        <em>Partition</em> loses every message across the cut. The circle comes apart, because the sides no longer pull at each other; each
        turns for itself, and pulls less, for the coupling is shared among all N. A side with more than half of the agents goes on
        validating. A side without goes on generating, and its tokens wait: that is the price for never having two histories. After{' '}
        <em>Heal</em> they are validated once each, in one order, and the circle closes again. No two sides can both have a majority; so
        long as that holds there is no split brain, and the count of conflicts stays at 0.
      </p>
      <h2>Late and at an angle</h2>
      <p>
        <em>Delay τ</em> and <em>Phase lag α</em> (More of Field) let the mean field pull later and at an angle: a rotation with Ω then
        feels the angle Ωτ + α, and the threshold rises to 2(γ + σ²/2)/cos(Ωτ + α) (Sakaguchi &amp; Kuramoto 1986; Yeung &amp; Strogatz
        1999).
      </p>
      <h2>Wider dynamics</h2>
      <p>
        Four experiments go beyond the circle, each live in the view <em>Dynamics</em>; <code>npm run -s chorus -- experiment NAME</code>{' '}
        runs each. <code>sphere</code>: oscillators as unit vectors in two to eight dimensions jump to order at the weakest coupling where
        the dimension is odd, and have a threshold where it is even (Chandra, Girvan &amp; Ott 2019). <code>noise-laws</code>: noise that is
        to stay within bounds must be reflected or turn; a clamp leaves another density behind. <code>decay</code>: agents that tire and
        recover by FitzHugh and Nagumo’s equations go round between two Hopf points, and their coupling with them (FitzHugh 1961).{' '}
        <code>token-clock</code>: phases that step once a token freeze in silence, come apart below f = Kr/2 and alias, which is why the
        loop here runs by itself.
      </p>
      <h2>Positions on phases</h2>
      <p>
        A rotary encoding turns each pair of a vector by its position times a frequency, and only distances remain (Su et al. 2021).{' '}
        <em>Inverse-RoPE</em> lets agents send such phases, riding on carriers that one field for every band synchronises, and reads the
        distances back by a matched filter: that works above the threshold of synchronisation, within the Cramér–Rao bound, and is lost
        below it and across a cut.
      </p>
      <h2>The same run again</h2>
      <p>
        A run is its scenario and its seed: the same bits in every browser and on the command line. What you do on the page is recorded with
        its time. <em>Export run</em> writes everything into one zip; <code>npm run -s chorus -- replay FILE.zip</code> runs it again and
        compares the digest.
      </p>
      <p>
        The samples of an exported run are chained by their hashes (<code>chain.csv</code>): each block is hashed together with all before
        it, and a Merkle tree stands over the blocks (RFC 6962). <em>Import</em> checks it, <code>verify</code> tells which block was
        changed, <code>prove</code> shows by a few hashes that a block is in the run. This proves that the samples are the same as when you
        noted the Merkle root; without a root kept elsewhere it shows accidents only, for whoever changes a sample on purpose can chain it
        anew. It never proves who made the run, or that the numbers are right: that is what <code>replay</code> is for.
      </p>
      <h2>Partition shapes</h2>
      <dl className={styles.list}>
        {shapeOptions.map(({ value, label, help }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
      <h2>Every parameter</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Range</th>
              <th scope="col">In a scenario</th>
              <th scope="col">What it does</th>
            </tr>
          </thead>
          <tbody>
            {Object.values<Parameter>(parameters).map((parameter) => (
              <tr key={parameter.path}>
                <th scope="row">{parameterName(parameter)}</th>
                <td>{rangeOf(parameter)}</td>
                <td>
                  <code>{parameter.path}</code>
                </td>
                <td>{parameter.help}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function rangeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return `${String(parameter.min)} … ${String(parameter.max)}${parameter.unit === undefined ? '' : ` ${parameter.unit}`}`;
    case 'choice':
      return parameter.options.map(({ label }) => label).join(', ');
    case 'switch':
      return 'on, off';
  }
}

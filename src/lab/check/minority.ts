/**
 * Watches those who cannot reach a quorum, not even through others: what they generate meanwhile must not be validated before
 * that changes. The observer's checks would forgive it as long as nobody else validates something else.
 */
import type { Mesh } from '../../mesh/types.ts';
import { flapPeriodS } from '../../mesh/partition/flapping.ts';
import type { Partition } from '../../mesh/partition/partition.ts';

export interface MinorityWatch {
  /** To be called before who can reach whom changes; answers a token that was validated and should not have been. */
  end(): number | undefined;
  /** To be called after it has changed. @param partition undefined where there is no cut. */
  begin(partition: Partition | undefined): void;
}

export function watchMinority(mesh: Mesh, agents: number): MinorityWatch {
  const { tokens } = mesh;
  const isMinor = new Uint8Array(agents);
  let firstToken = 0;

  function begin(partition: Partition | undefined): void {
    firstToken = tokens.count;
    isMinor.fill(0);
    for (let agent = 0; agent < agents; agent++) {
      if (mesh.up[agent] === 1 && 2 * reach(agent, partition) <= agents) isMinor[agent] = 1;
    }
  }

  /** How many running agents one can have anything to do with, in either direction, itself included. */
  function reach(from: number, partition: Partition | undefined): number {
    const reached = new Set([from]);
    for (const agent of reached) {
      for (let other = 0; other < agents; other++) {
        if (mesh.up[other] === 1 && (partition === undefined || meets(partition, agent, other))) reached.add(other);
      }
    }
    return reached.size;
  }

  return {
    begin,
    end() {
      for (let token = firstToken; token < tokens.count; token++) {
        if (isMinor[tokens.author.values[token] as number] === 1 && !Number.isNaN(tokens.validatedS.values[token])) return token;
      }
      return undefined;
    },
  };
}

/** Whether a cut ever lets one hear the other; one that flaps is closed at first and open later. */
function meets(partition: Partition, a: number, b: number): boolean {
  return [0, flapPeriodS / 2].some((sinceS) => partition.open(a, b, sinceS) || partition.open(b, a, sinceS));
}

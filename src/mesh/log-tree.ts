/**
 * The logs of all agents, kept once where they agree. Together they are a tree: each log is a way from the root, and a branch
 * begins where somebody wrote what nobody had written after the same beginning. As long as nothing splits there is no branch,
 * and all the logs take no more room than the longest of them.
 */
import { at } from '../base/assert.ts';
import type { Remembers } from '../base/remember.ts';
import { createBatchList, type BatchList } from './batch-list.ts';
import type { Batch } from './message.ts';

export interface LogTree extends Remembers {
  /** How many batches an agent's log has. */
  length(agent: number): number;
  /** The batch at a place of an agent's log; undefined beyond its end. */
  read(agent: number, place: number): Batch | undefined;
  /** An agent's log from a place on, so many batches at most. */
  rows(agent: number, from?: number, most?: number): Iterable<Batch>;
  append(agent: number, batch: Batch): void;
  /** The agent's log is empty again. */
  clear(agent: number): void;
}

interface Branch {
  readonly parent: Branch | undefined;
  /** So many batches of the way to it come before its own. */
  readonly start: number;
  readonly batches: BatchList;
  readonly children: Branch[];
}

export function createLogTree(agents: number): LogTree {
  const root = createBranch(undefined, 0);
  const branchOf = new Array<Branch>(agents).fill(root);
  const lengths = new Int32Array(agents);

  /** The branch that goes on with the batch where another goes on with something else. */
  function childWith(branch: Branch, start: number, batch: Batch): Branch {
    const found = branch.children.find((child) => child.start === start && child.batches.holds(0, batch));
    if (found !== undefined) return found;
    const child = createBranch(branch, start);
    child.batches.push(batch);
    branch.children.push(child);
    return child;
  }

  /** What no log leads through any more is gone. */
  function prune(branch: Branch): void {
    const { parent } = branch;
    if (parent === undefined || branch.children.length > 0 || branchOf.includes(branch)) return;
    parent.children.splice(parent.children.indexOf(branch), 1);
    prune(parent);
  }

  function read(agent: number, place: number): Batch | undefined {
    if (place < 0 || place >= (lengths[agent] as number)) return undefined;
    let branch = at(branchOf, agent);
    while (place < branch.start && branch.parent !== undefined) branch = branch.parent;
    return branch.batches.read(place - branch.start);
  }

  return {
    remember: (memory) => {
      memory.all(root, branchOf, lengths);
    },
    length: (agent) => lengths[agent] as number,
    read,
    *rows(agent, from = 0, most = Infinity) {
      for (let place = from; place < from + most; place++) {
        const batch = read(agent, place);
        if (batch === undefined) return;
        yield batch;
      }
    },
    append(agent, batch) {
      const branch = at(branchOf, agent);
      const length = lengths[agent] as number;
      const place = length - branch.start;
      if (place === branch.batches.length) branch.batches.push(batch);
      else if (!branch.batches.holds(place, batch)) branchOf[agent] = childWith(branch, length, batch);
      lengths[agent] = length + 1;
    },
    clear(agent) {
      const left = at(branchOf, agent);
      branchOf[agent] = root;
      lengths[agent] = 0;
      prune(left);
    },
  };
}

function createBranch(parent: Branch | undefined, start: number): Branch {
  return { parent, start, batches: createBatchList(), children: [] };
}

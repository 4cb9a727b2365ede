import { describe, expect, it } from 'vitest';
import { checkScenario } from '../scenario/parse.ts';
import { findInMesh } from './bug-hunt.ts';
import type { Bug } from './bug.ts';
import { bugs } from './bugs.ts';
import { createCampaign, type Counterexample } from './campaign.ts';
import { shrink } from './shrink.ts';
import { subjectOf } from './subject.ts';
import { runTrial } from './trial.ts';

const bugNamed = (name: string): Bug => bugs.find((bug) => bug.name === name) ?? expect.fail(name);

/** The first counterexample with ten faults or more. */
function findLarge(bug: Bug): Counterexample {
  for (let from = 0; ;) {
    const found = findInMesh(bug, from, 2000) ?? expect.fail('not found');
    if (found.plan.faults.length >= 10) return found;
    from = found.seed + 1;
  }
}

describe.each(['half-quorum', 'votes-after-lost-disk', 'no-catch-up'])('a counterexample of %s', (name) => {
  const bug = bugNamed(name);
  const subject = subjectOf('chorus', bug);
  const found = findLarge(bug);
  const shrunk = shrink(found, subject);

  it('shrinks to a handful of faults, far fewer than it had', () => {
    expect(shrunk.faults).toBeLessThanOrEqual(5);
    expect(shrunk.scenario.interventions.length).toBeLessThan(20);
    expect(shrunk.scenario.mesh.agents).toBeLessThanOrEqual(found.plan.base.mesh.agents);
  });

  it('fails by the same check, as a scenario that anybody can open', () => {
    expect(checkScenario(shrunk.scenario)).toEqual({ ok: true, value: shrunk.scenario });
    const createProtocol = subject.createProtocol(shrunk.scenario);
    expect(runTrial(shrunk.scenario, { createProtocol }).finding).toEqual(shrunk.finding);
    expect(shrunk.finding.check).toBe(found.finding.check);
  });

  it('breaks nothing when the bug is not there', () => {
    const sound = subjectOf('chorus');
    expect(runTrial(shrunk.scenario, { createProtocol: sound.createProtocol(shrunk.scenario) }).finding).toBeUndefined();
  });
});

it('shrinking the same counterexample gives the same scenario', () => {
  const bug = bugNamed('half-quorum');
  const subject = subjectOf('chorus', bug);
  const shrinkFirst = () => shrink(findInMesh(bug, 0, 100) ?? expect.fail('not found'), subject);
  expect(shrinkFirst()).toEqual(shrinkFirst());
});

it('a campaign tells the seed that broke something, so that it can be tried again', () => {
  const bug = bugNamed('half-quorum');
  const found = findInMesh(bug, 0, 100) ?? expect.fail('not found');
  expect(createCampaign(subjectOf('chorus', bug)).run(found.seed)?.finding).toEqual(found.finding);
});

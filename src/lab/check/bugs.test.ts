import { describe, expect, it } from 'vitest';
import { findInMesh, findInMicro } from './bug-hunt.ts';
import { bugs } from './bugs.ts';
import { createMicro } from './micro.ts';

it('there are at least twenty planted bugs, each with a name of its own and a world in which it shows', () => {
  expect(new Set(bugs.map((bug) => bug.name)).size).toBe(bugs.length);
  expect(bugs.length).toBeGreaterThanOrEqual(20);
  expect(bugs.filter((bug) => bug.mesh === undefined && bug.micro === undefined)).toEqual([]);
});

// Those that show soon; `npm run check:mesh` finds all of them.
describe('a planted bug is found by the check that is named for it', () => {
  const early = ['applies-gaps', 'applies-twice', 'early-answer', 'clock-deaf', 'clock-unbounded', 'no-prepare'];
  const earlyInFast = ['fast-half-quorum', 'fast-own-value', 'fast-tells-one-slot', 'fast-no-catch-up'];
  it.each([...early, ...earlyInFast])('%s, in the mesh', (name) => {
    const bug = bugs.find((each) => each.name === name) ?? expect.fail(name);
    expect(findInMesh(bug, 0, 30, bug.mesh?.check)?.finding.check).toBe(bug.mesh?.check);
  });

  it.each(bugs.filter((bug) => bug.micro !== undefined && bug.micro.within <= 5000))('$name, in the tiny world', (bug) => {
    expect(
      findInMicro(createMicro(bug.fastRules === undefined ? 'chorus' : 'chorus-fast', bug), 0, (bug.micro?.within ?? 0) - 1)?.check,
    ).toBe(bug.micro?.check);
  });
});

import { describe, expect, it } from 'vitest';
import { findInMesh, findInMicro } from './bug-hunt.ts';
import { bugs } from './bugs.ts';
import { createMicro } from './micro.ts';

describe('every planted bug is found by the check that is named for it', () => {
  it('and there are at least twenty, each with a name of its own and a world in which it shows', () => {
    expect(new Set(bugs.map((bug) => bug.name)).size).toBe(bugs.length);
    expect(bugs.length).toBeGreaterThanOrEqual(20);
    expect(bugs.filter((bug) => bug.mesh === undefined && bug.micro === undefined)).toEqual([]);
  });

  it.each(bugs.filter((bug) => bug.mesh !== undefined))('$name, in the mesh, by $mesh.check within $mesh.within seeds', (bug) => {
    expect(findInMesh(bug, 0, (bug.mesh?.within ?? 0) - 1, bug.mesh?.check)).toBeDefined();
  });

  it.each(bugs.filter((bug) => bug.micro !== undefined))('$name, in the tiny world, by $micro.check within $micro.within runs', (bug) => {
    expect(findInMicro(createMicro(bug), 0, (bug.micro?.within ?? 0) - 1)?.check).toBe(bug.micro?.check);
  });
});

/** Does to a mesh what an intervention of a scenario says. */
import type { Mesh, MeshSettings } from '../../mesh/types.ts';
import { createGroups } from '../../mesh/partition/groups.ts';
import type { Partition } from '../../mesh/partition/partition.ts';
import { shapes } from '../../mesh/partition/shapes.ts';
import { withSetting, type Settings } from '../run/settings.ts';
import type { Intervention } from '../scenario/schema.ts';

/**
 * @param before what was done last: of several settings of one parameter at one time the last one counts, and it alone is noted.
 * @param settings those before.
 * @returns those after.
 */
export function act(
  mesh: Mesh,
  intervention: Intervention,
  before: Intervention | undefined,
  agents: number,
  settings: Settings,
): Settings {
  switch (intervention.do) {
    case 'partition':
      mesh.partition(partitionOf(intervention, agents));
      return settings;
    case 'heal':
      mesh.heal();
      return settings;
    case 'crash':
      mesh.crash(intervention.agent, intervention.disk);
      return settings;
    case 'restart':
      mesh.restart(intervention.agent, intervention.disk);
      return settings;
    case 'pause':
      mesh.pause(intervention.agent);
      return settings;
    case 'resume':
      mesh.resume(intervention.agent);
      return settings;
    case 'jump':
      mesh.jump(intervention.agent, intervention.ticks, intervention.wallMs);
      return settings;
    case 'set': {
      const changed = withSetting(settings, intervention.path, intervention.value);
      mesh.configure(changed satisfies MeshSettings);
      if (before?.do !== 'set' || before.path !== intervention.path || before.atS !== intervention.atS) mesh.noteSet();
      return changed;
    }
  }
}

export function partitionOf({ shape, groups }: Extract<Intervention, { do: 'partition' }>, agents: number): Partition {
  return shape === undefined ? createGroups(groups ?? [], agents) : shapes[shape](agents);
}

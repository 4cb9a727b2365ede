import { useLive } from '../store/live.ts';
import { setStanding, useMesh, type Standing } from './mesh-state.ts';
import styles from './Mesh.module.css';

const choices: readonly { readonly value: Standing; readonly label: string; readonly help: string }[] = [
  { value: 'ring', label: 'Ring', help: 'The agents in a ring, by number; a cut divides it into sectors.' },
  { value: 'map', label: 'Map', help: 'The agents at their regions on the map of the world; lines join who stands in one group.' },
];

/** Ring or map; a mesh without regions has no places on a map. */
export function StandingChoice() {
  const standing = useMesh((state) => state.standing);
  const placed = useLive((state) => state.scenario.mesh.latency.kind === 'regions');
  if (!placed) return null;
  return (
    <div className={styles['standing']} role="group" aria-label="Layout">
      {choices.map(({ value, label, help }) => (
        <button
          key={value}
          type="button"
          title={help}
          aria-pressed={standing === value}
          onClick={() => {
            setStanding(value);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

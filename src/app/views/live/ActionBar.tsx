import { heal, partition } from '../../commands/cut.ts';
import { playPause, reset, step } from '../../commands/run.ts';
import { useLive } from '../../store/live.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { InTurn, type Load } from '../../widgets/InTurn.tsx';
import { cutIcon, healIcon, pauseIcon, playIcon, resetIcon, stepIcon } from '../../widgets/icons.tsx';
import styles from './ActionBar.module.css';

// Buttons are there at once; what needs the widgets' code follows a moment later, in its place.
const speedControl: Load = async () => ({ default: (await import('./ActionControls.tsx')).SpeedControl });
const shapeControl: Load = async () => ({ default: (await import('./ActionControls.tsx')).ShapeControl });

/** What drives the run and what cuts the mesh: at hand wherever one looks. */
export function ActionBar() {
  const playing = useLive((state) => state.playing);
  return (
    <div className={styles.bar}>
      <div className={styles.transport}>
        <CommandButton
          command={playPause}
          name={playing ? 'Pause' : 'Play'}
          look="accent"
          icon={playing ? pauseIcon : playIcon}
          className={styles.play}
        />
        <CommandButton command={step} icon={stepIcon}>
          <span className={styles.wordy}>{step.title}</span>
        </CommandButton>
        <CommandButton command={reset} icon={resetIcon}>
          <span className={styles.wordy}>{reset.title}</span>
        </CommandButton>
      </div>
      <div className={styles.speed}>
        <InTurn load={speedControl} />
      </div>
      <div className={styles.cut}>
        <div className={styles.shape}>
          <InTurn load={shapeControl} />
        </div>
        <CommandButton command={partition} look="danger" icon={cutIcon} />
        <CommandButton command={heal} icon={healIcon} />
      </div>
    </div>
  );
}

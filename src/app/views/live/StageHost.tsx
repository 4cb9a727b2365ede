import { lazy, Suspense } from 'react';
import { useSettings } from '../../store/settings.ts';
import { LostAlert } from './LostAlert.tsx';
import { StillCircle } from '../../StillCircle.tsx';
import { InTurn, type Load } from '../../widgets/InTurn.tsx';
import styles from './StageHost.module.css';

const Stage = lazy(() => import('../../stage/Stage.tsx'));
const colouringControl: Load = () => import('./ColouringControl.tsx');

export function StageHost() {
  const colourBy = useSettings((settings) => settings.colourBy);
  return (
    <div className={styles.host}>
      <Suspense fallback={<StillCircle />}>
        <Stage colourBy={colourBy} />
      </Suspense>
      <div className={styles.colouring}>
        <InTurn load={colouringControl} />
      </div>
      <LostAlert />
    </div>
  );
}

import { useEffect } from 'react';
import { presets, type Preset } from '../../lab/scenario/presets.ts';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { startPreset } from '../session/session.ts';
import { closeDialog } from '../store/dialogs.ts';
import { useLive } from '../store/live.ts';
import { settingsStore } from '../store/settings.ts';
import { Picture } from './Picture.tsx';
import { takeThumbnails, useThumbnail } from './thumbnails.ts';
import styles from './Gallery.module.css';

/** The presets as pictures, each taken by a short run on this page. */
export default function Gallery() {
  useEffect(takeThumbnails, []);
  return (
    <DialogFrame
      look="wide"
      title="Presets"
      description="Each picture is a short run on this page: the phases, and over time the order (solid), the tokens that wait (dashed) and the cut (band). Choosing one starts it."
    >
      <ul className={styles.gallery}>
        {presets.map((preset) => (
          <Card key={preset.name} preset={preset} />
        ))}
      </ul>
    </DialogFrame>
  );
}

function Card({ preset: { name, title, summary } }: { readonly preset: Preset }) {
  const chosen = useLive((state) => state.preset === name);
  const thumbnail = useThumbnail(name);
  return (
    <li>
      <button
        type="button"
        className={styles.card}
        aria-current={chosen}
        onClick={() => {
          closeDialog();
          settingsStore.setState({ view: 'live' });
          startPreset(name);
        }}
      >
        <span className={styles.frame}>
          {typeof thumbnail === 'object' && <Picture thumbnail={thumbnail} />}
          {thumbnail === undefined && <span className={styles.waiting}>running …</span>}
          {thumbnail === 'none' && <span className={styles.waiting}>no picture: too large for this browser</span>}
        </span>
        <strong>{title}</strong>
        <span className={styles.summary}>{summary}</span>
      </button>
    </li>
  );
}

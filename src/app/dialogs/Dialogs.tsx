import { lazy, Suspense, useEffect } from 'react';
import { useDialog, type Dialog } from '../store/dialogs.ts';
import { whenCalm } from '../when-calm.ts';

// The code of each comes when it is first asked for.
const Faults = lazy(() => import('./Faults.tsx'));
const Gallery = lazy(() => import('../gallery/Gallery.tsx'));
const Keys = lazy(() => import('./Keys.tsx'));
const ParameterDialog = lazy(() => import('./ParameterDialog.tsx'));
const palette = async () => import('../palette/Palette.tsx');
const Palette = lazy(palette);

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useDialog();
  // Whoever asks for the palette types at once: it is there before.
  useEffect(
    () =>
      whenCalm(() => {
        palette().catch(() => undefined);
      }),
    [],
  );
  return dialog === undefined ? null : (
    <Suspense fallback={null}>
      <Contents dialog={dialog} />
    </Suspense>
  );
}

function Contents({ dialog }: { readonly dialog: Dialog }) {
  switch (dialog.kind) {
    case 'keys':
      return <Keys />;
    case 'palette':
      return <Palette />;
    case 'presets':
      return <Gallery />;
    case 'parameter':
      return <ParameterDialog path={dialog.path} />;
    case 'faults':
      return <Faults name={dialog.name} faults={dialog.faults} />;
  }
}

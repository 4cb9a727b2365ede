import { lazy, Suspense } from 'react';
import { useDialog, type Dialog } from '../store/dialogs.ts';

// The code of each comes when it is first asked for.
const Faults = lazy(() => import('./Faults.tsx'));
const Gallery = lazy(() => import('../gallery/Gallery.tsx'));
const Keys = lazy(() => import('./Keys.tsx'));
const ParameterDialog = lazy(() => import('./ParameterDialog.tsx'));
const Palette = lazy(() => import('../palette/Palette.tsx'));

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useDialog();
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

import { lazy, Suspense } from 'react';
import { useDialog } from './store/dialogs.ts';

const DialogFrame = lazy(async () => ({ default: (await import('./DialogFrame.tsx')).DialogFrame }));

/** The dialog that is open, if one is: its code is fetched with the first. */
export function Dialogs() {
  const dialog = useDialog();
  if (dialog === undefined) return null;
  return (
    <Suspense fallback={null}>
      <DialogFrame dialog={dialog} />
    </Suspense>
  );
}

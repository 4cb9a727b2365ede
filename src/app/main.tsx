/** The page begins: reads its address, starts the session, draws itself in place of the still picture. */
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '../base/assert.ts';
import { App } from './App.tsx';
import { listenForKeys } from './commands/keys.ts';
import { followAddress, readAddress } from './session/address.ts';
import { listenForDrops } from './session/files.ts';
import { openSession } from './session/session.ts';
import { followTheme } from './store/settings.ts';
import { offerTour } from './store/tour.ts';

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const { scenario, preset } = readAddress();
openSession({ scenario, preset, playing: !reducedMotion });
followAddress();
listenForKeys();
followTheme();
offerTour();
listenForDrops();

const root = document.getElementById('root');
assert(root !== null, 'index.html has an element #root');
const page = createRoot(root);
// Made ready in slices between which the browser may do other things; what is there already stays until then.
startTransition(() => {
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});

import('./keep.ts').then(
  ({ keepOffline, keepRun }) => {
    keepOffline();
    keepRun();
  },
  // Not to be had: the page runs all the same, and keeps nothing.
  () => undefined,
);

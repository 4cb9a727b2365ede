import { Tabs } from '@base-ui/react/tabs';
import { lazy, Suspense } from 'react';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { keyboardShortcuts, openPalette, switchTheme, themeNames } from './commands/page.ts';
import { takeTour } from './commands/tour.ts';
import { settingsStore, useSettings, views, type View } from './store/settings.ts';
import { useTour } from './store/tour.ts';
import { viewEntries } from './views/registry.ts';
import { CommandButton } from './widgets/Button.tsx';
import { findIcon, flagIcon, keysIcon, themeIcons } from './widgets/icons.tsx';
import styles from './App.module.css';

const Tour = lazy(() => import('./tour/Tour.tsx'));

export function App() {
  const view = useSettings((settings) => settings.view);
  const theme = useSettings((settings) => settings.themeChoice);
  return (
    <>
      <Tabs.Root
        className={styles.app}
        value={view}
        onValueChange={(next: View) => {
          settingsStore.setState({ view: next });
        }}
      >
        <header className={styles.header}>
          <h1 className={styles.title}>
            <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" />
              <circle cx="18.4" cy="5.6" r="2.6" />
            </svg>
            The Chorus Lab
          </h1>
          <Tabs.List className={styles.tabs}>
            {views.map((name) => (
              <Tabs.Tab key={name} className={styles.tab} value={name}>
                {viewEntries[name].title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <div className={styles.tools}>
            <CommandButton command={takeTour} look="quiet" icon={flagIcon}>
              {null}
            </CommandButton>
            <CommandButton command={openPalette} look="quiet" icon={findIcon}>
              {null}
            </CommandButton>
            <CommandButton command={switchTheme} name={`Theme: ${themeNames[theme]}`} look="quiet" icon={themeIcons[theme]}>
              {null}
            </CommandButton>
            <CommandButton command={keyboardShortcuts} look="quiet" icon={keysIcon}>
              {null}
            </CommandButton>
          </div>
        </header>
        <main>
          {views.map((name) => {
            const { Component } = viewEntries[name];
            return (
              <Tabs.Panel key={name} value={name}>
                <Suspense fallback={null}>
                  <Component />
                </Suspense>
              </Tabs.Panel>
            );
          })}
        </main>
      </Tabs.Root>
      <Dialogs />
      <TourPlace />
      <Notices />
    </>
  );
}

/** The tour's code comes when somebody takes it. */
function TourPlace() {
  const taken = useTour().step !== undefined;
  return taken ? (
    <Suspense fallback={null}>
      <Tour />
    </Suspense>
  ) : null;
}

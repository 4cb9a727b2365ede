import { Suspense } from 'react';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { keyboardShortcuts, openPalette, switchTheme, themeNames } from './commands/page.ts';
import { takeTour } from './commands/tour.ts';
import { settingsStore, useSettings, views } from './store/settings.ts';
import { viewEntries } from './views/registry.ts';
import { CommandButton } from './widgets/Button.tsx';
import { findIcon, flagIcon, keysIcon, themeIcons } from './widgets/icons.tsx';
import { TabList, TabPanel } from './widgets/Tabs.tsx';
import styles from './App.module.css';

export function App() {
  const view = useSettings((settings) => settings.view);
  const theme = useSettings((settings) => settings.themeChoice);
  const { Component } = viewEntries[view];
  return (
    <>
      <div className={styles.app}>
        <header className={styles.header}>
          <h1 className={styles.title}>
            <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" />
              <circle cx="18.4" cy="5.6" r="2.6" />
            </svg>
            The Chorus Lab
          </h1>
          <TabList
            group="views"
            tabs={views.map((value) => ({ value, title: viewEntries[value].title }))}
            selected={view}
            onSelect={(next) => {
              settingsStore.setState({ view: next });
            }}
            className={styles.tabs}
            tabClassName={styles.tab}
          />
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
        <Notices />
        <main>
          <TabPanel key={view} group="views" value={view}>
            <Suspense fallback={null}>
              <Component />
            </Suspense>
          </TabPanel>
        </main>
      </div>
      <Dialogs />
    </>
  );
}

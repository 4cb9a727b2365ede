import { Tabs } from '@base-ui/react/tabs';
import { lazy, Suspense } from 'react';
import { Dialogs } from './Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { keyboardShortcuts, switchTheme } from './commands/page.ts';
import { settingsStore, useSettings, type View } from './store/settings.ts';
import { LiveView } from './views/live/LiveView.tsx';
import { CommandButton } from './widgets/Button.tsx';
import { keysIcon, themeIcon } from './widgets/icons.tsx';
import styles from './App.module.css';

const GuideView = lazy(async () => ({ default: (await import('./views/guide/GuideView.tsx')).GuideView }));

export function App() {
  const view = useSettings((settings) => settings.view);
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
            <Tabs.Tab className={styles.tab} value="live">
              Live
            </Tabs.Tab>
            <Tabs.Tab className={styles.tab} value="guide">
              Guide
            </Tabs.Tab>
          </Tabs.List>
          <div className={styles.tools}>
            <CommandButton command={switchTheme} look="quiet" icon={themeIcon}>
              {null}
            </CommandButton>
            <CommandButton command={keyboardShortcuts} look="quiet" icon={keysIcon}>
              {null}
            </CommandButton>
          </div>
        </header>
        <main>
          <Tabs.Panel value="live">
            <LiveView />
          </Tabs.Panel>
          <Tabs.Panel value="guide">
            <Suspense fallback={null}>
              <GuideView />
            </Suspense>
          </Tabs.Panel>
        </main>
      </Tabs.Root>
      <Dialogs />
      <Notices />
    </>
  );
}

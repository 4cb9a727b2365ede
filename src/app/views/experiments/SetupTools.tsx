import { copyLink } from '../../commands/share.ts';
import { chooseExperiment, saveSetup } from '../../session/experiments.ts';
import { Button, CommandButton } from '../../widgets/Button.tsx';
import { linkIcon, openIcon, saveIcon } from '../../widgets/icons.tsx';
import styles from './SetupTools.module.css';

/** The settings out of the page and into it: as a link, as a file. */
export function SetupTools({ name }: { readonly name: string }) {
  return (
    <div className={styles.tools}>
      <CommandButton command={copyLink} look="quiet" icon={linkIcon} />
      <Button
        name="Open experiment"
        help="Opens an experiment that was saved as a file (.json). A file may also be dropped on the page."
        look="quiet"
        icon={openIcon}
        onPress={chooseExperiment}
      />
      <Button
        name="Save experiment"
        help="Saves the settings as a file that the page and “chorus experiment” open."
        look="quiet"
        icon={saveIcon}
        onPress={() => {
          saveSetup(name);
        }}
      />
    </div>
  );
}

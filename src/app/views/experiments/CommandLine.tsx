import { notify } from '../../store/notices.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './Notebook.module.css';

export function CommandLine({ command }: { readonly command: string }) {
  const copy = (): void => {
    navigator.clipboard.writeText(command).then(
      () => {
        notify('good', 'The command is copied');
      },
      (error: unknown) => {
        notify('danger', 'The command could not be copied', ['Select it and copy it by hand.', String(error)]);
      },
    );
  };
  return (
    <div className={styles.command}>
      <code>{command}</code>
      <Button name="Copy command" help="Copies the command that gives the same numbers in a terminal." onPress={copy}>
        Copy
      </Button>
    </div>
  );
}

import { dismissNotice, useNotices, type Notice } from './store/notices.ts';
import buttons from './widgets/Button.module.css';
import styles from './Notices.module.css';

/**
 * What stays for a while has room of its own below the header, so that it covers no control; good news passes above the page.
 * The regions are there before there is anything in them: only then is what comes into them read aloud.
 */
export function Notices() {
  const notices = useNotices();
  const stays = ({ tone, offer }: Notice): boolean => tone === 'danger' || offer !== undefined;
  return (
    <>
      <div className={styles.staying} aria-live="polite">
        {notices.filter(stays).map(show)}
      </div>
      <div className={styles.passing} aria-live="polite">
        {notices.filter((notice) => !stays(notice)).map(show)}
      </div>
    </>
  );
}

function show({ id, tone, title, details, offer }: Notice) {
  return (
    <div key={id} className={styles.notice} data-tone={tone}>
      <p className={styles.title}>{title}</p>
      {details.map((detail) => (
        <p key={detail} className={styles.detail}>
          {detail}
        </p>
      ))}
      {offer !== undefined && (
        <button
          type="button"
          className={buttons.button}
          onClick={() => {
            dismissNotice(id);
            offer.run();
          }}
        >
          {offer.title}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label="Dismiss"
        onClick={() => {
          dismissNotice(id);
        }}
      >
        ×
      </button>
    </div>
  );
}

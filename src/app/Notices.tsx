import { dismissNotice, useNotices } from './store/notices.ts';
import buttons from './widgets/Button.module.css';
import styles from './Notices.module.css';

/** The region is there before there is anything in it: only then is what comes into it read aloud. */
export function Notices() {
  const notices = useNotices();
  return (
    <div className={styles.stack} aria-live="polite">
      {notices.map(({ id, tone, title, details, offer }) => (
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
              className={`${buttons.button ?? ''} ${styles.offer ?? ''}`}
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
      ))}
    </div>
  );
}

import { messageKinds } from '../../lab/run/types.ts';
import { messageLooks, type MessageLook } from './looks.ts';
import { toggleKind, useMesh } from './mesh-state.ts';
import styles from './Mesh.module.css';

/** The kinds of message with how many are on their way; a press hides a kind or shows it again. */
export function KindToggles() {
  const hidden = useMesh((state) => state.hidden);
  return (
    <ul className={styles['kinds']} aria-label="Messages on their way, by kind: mean over a second">
      {messageKinds.map((kind) => (
        <li key={kind} hidden>
          <button
            type="button"
            className={styles['kind']}
            aria-pressed={!hidden.has(kind)}
            title={messageLooks[kind].help}
            onClick={() => {
              toggleKind(kind);
            }}
          >
            <Glyph look={messageLooks[kind]} />
            {messageLooks[kind].label}
            <span>
              <span data-part="count" className={styles['count']} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Glyph({ look: { glyph, colour, sizePx } }: { readonly look: MessageLook }) {
  const half = sizePx / 2;
  const fill = `var(${colour})`;
  return (
    <svg className={styles['glyph']} viewBox="-5 -5 10 10" aria-hidden="true">
      {glyph === 'square' && <rect x={-0.85 * half} y={-0.85 * half} width={1.7 * half} height={1.7 * half} fill={fill} />}
      {glyph === 'diamond' && <path d={`M0 ${String(-half)}L${String(half)} 0 0 ${String(half)} ${String(-half)} 0Z`} fill={fill} />}
      {(glyph === 'disc' || glyph === 'dot') && <circle r={glyph === 'dot' ? 0.8 * half : half} fill={fill} />}
    </svg>
  );
}

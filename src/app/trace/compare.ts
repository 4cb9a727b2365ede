/** Two histories above each other: which, and where they part. */
import type { PartingAt, Source } from '../../worker/trace-api.ts';
import { ignoreLost } from '../session/link.ts';
import { notify } from '../store/notices.ts';
import { goTo, setAxis } from './actions.ts';
import { askTrace as ask } from './link.ts';
import { startOther, type OtherRun } from './other-run.ts';
import { partingX } from './picture.ts';
import { traceStore } from './trace-store.ts';

let other: OtherRun | undefined;
/** While nobody looks at the diagram, the run beside it rests; who comes back finds what was compared. */
let wantedLast: Wanted;

/** What it is to be compared with: another history that is there, or the live run by another protocol. */
export type Wanted = { readonly source: Exclude<Source, 'other'>; readonly title: string } | { readonly protocol: string } | undefined;

export function compareWith(wanted: Wanted): void {
  wantedLast = wanted;
  other?.stop();
  other = undefined;
  traceStore.setState({ compared: undefined, divergence: undefined });
  if (wanted === undefined) return;
  if ('protocol' in wanted) {
    const { protocol } = wanted;
    other = startOther(protocol, grownOther, (why) => {
      compareWith(undefined);
      notify('danger', `There is no run of ${protocol} beside this one`, [why]);
    });
  } else {
    show(wanted.source, wanted.title);
    // A log has no times: what both have is the chain of causes.
    if (typeof wanted.source === 'number' || typeof traceStore.getState().source === 'number') setAxis('depth');
  }
}

/** Which protocol the run beside the live one has; undefined when there is none. */
export function otherProtocol(): string | undefined {
  return other?.protocol;
}

function grownOther(): void {
  const { compared } = traceStore.getState();
  if (compared?.source !== 'other' || compared.names.length !== traceStore.getState().names.length) show('other', other?.protocol ?? '');
  // The window follows the live run: it is asked anew with it.
  else if (!traceStore.getState().follows) traceStore.setState({ compared: { ...compared } });
}

function show(source: Source, title: string): void {
  ask((api) => api.textOf(source))
    .then((text) => {
      traceStore.setState({ compared: { ...text, source, title }, divergence: undefined });
    })
    .catch(ignoreLost);
}

const everyMs = 1_000;

/** Keeps the divergence known while there is something to compare. Returns the way to stop. */
export function followDivergence(): () => void {
  compareWith(wantedLast);
  let isAsking = false;
  let askedAt = -1;
  const look = (): void => {
    const { compared, source, axis, extent, divergence } = traceStore.getState();
    if (compared === undefined || isAsking) return;
    // Nothing has come since, and nobody asks otherwise.
    if (divergence !== undefined && askedAt === extent.length) return;
    isAsking = true;
    askedAt = extent.length;
    ask((api) => api.diverge(axis, source, compared.source))
      .then((found) => {
        const now = traceStore.getState();
        if (now.compared?.source === compared.source && now.source === source && now.axis === axis)
          traceStore.setState({ divergence: found });
      })
      .catch(ignoreLost)
      .finally(() => {
        isAsking = false;
      });
  };
  const timer = setInterval(look, everyMs);
  const stop = traceStore.subscribe((state, before) => {
    if (state.compared?.source !== before.compared?.source || state.axis !== before.axis) {
      askedAt = -1;
      look();
    }
  });
  return () => {
    clearInterval(timer);
    stop();
    other?.stop();
    other = undefined;
    traceStore.setState({ compared: undefined, divergence: undefined });
  };
}

/** Brings the place where a lifeline parts into the middle, close enough to see it. */
export function goToParting(parting: PartingAt): void {
  const { axis, window } = traceStore.getState();
  const close = axis === 'time' ? 0.4 : 40;
  goTo(partingX(parting), Math.min(window.to - window.from, close));
}

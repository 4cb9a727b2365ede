import { useEffect, useRef, type KeyboardEvent } from 'react';
import { listenToDiagram, listenToOverview, pressKey } from '../../trace/gestures.ts';
import { mountDiagram, type Diagram } from '../../trace/diagram.ts';
import { openLogFile } from '../../trace/open-log.ts';
import { traceStore, useTrace } from '../../trace/trace-store.ts';
import { Legend } from './Legend.tsx';
import { LogPanel } from './LogPanel.tsx';
import { EventPanel } from './EventPanel.tsx';
import { CutPanel } from './CutPanel.tsx';
import { PatternPanel } from './PatternPanel.tsx';
import { Toolbar } from './Toolbar.tsx';
import styles from './TraceView.module.css';

/** Every message of a run: lifelines, arrows, faults; what could have caused what. */
export function TraceView() {
  return (
    <div
      className={styles.trace}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        // What is no log is opened as everywhere on the page.
        if (file === undefined || /\.(json|zip)$/i.test(file.name)) return;
        event.preventDefault();
        event.nativeEvent.stopImmediatePropagation();
        openLogFile(file);
      }}
    >
      <Toolbar />
      <DiagramHost />
      <aside className={styles.side} aria-label="Details">
        <EventPanel />
        <CutPanel />
        <PatternPanel />
        <LogPanel />
        <Legend />
      </aside>
    </div>
  );
}

function DiagramHost() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overview = useRef<HTMLCanvasElement>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  const diagram = useRef<Diagram>(undefined);
  useEffect(() => {
    if (canvas.current === null || overview.current === null || summary.current === null) return undefined;
    const mounted = mountDiagram({ canvas: canvas.current, overview: overview.current, summary: summary.current });
    diagram.current = mounted;
    const stops = [listenToDiagram(canvas.current, mounted), listenToOverview(overview.current, mounted), mounted.stop];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || diagram.current === undefined) return;
    if (pressKey(event.key, diagram.current)) event.preventDefault();
  };
  return (
    <div className={styles.main}>
      <Notes />
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label="Space-time diagram"
        aria-describedby="trace-summary"
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
      <canvas ref={overview} className={styles.overview} aria-hidden="true" />
      <p id="trace-summary" ref={summary} className={styles.summary} />
    </div>
  );
}

function Notes() {
  const loss = useTrace((state) => state.loss);
  const isDropped = useTrace((state) => state.isDropped && state.source === 'live');
  if (loss === undefined && !isDropped) return null;
  return (
    <div className={styles.note} role="alert">
      {loss === undefined
        ? 'This run has made more events than are kept for the diagram: what was drawn so far stays. Reset begins anew.'
        : `What drew the diagram has stopped, and was started again. ${loss} The run itself is not touched.`}
      {loss !== undefined && (
        <button
          type="button"
          className={styles.plain}
          onClick={() => {
            traceStore.setState({ loss: undefined });
          }}
        >
          Dismiss
        </button>
      )}
    </div>
  );
}

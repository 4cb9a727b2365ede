import { lazy, Suspense, useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type RefObject } from 'react';
import { goTo } from '../../trace/actions.ts';
import { listenToDiagram, listenToOverview, pressKey } from '../../trace/gestures.ts';
import { mountDiagram, type Diagram } from '../../trace/diagram.ts';
import { openLog } from '../../trace/sources.ts';
import { traceStore, useTrace } from '../../trace/trace-store.ts';
import { Violations } from '../live/Violations.tsx';
import { Legend } from './Legend.tsx';
import { LogPanel } from './LogPanel.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { LifelinePanel } from './LifelinePanel.tsx';
import { EventPanel } from './EventPanel.tsx';
import { CutPanel } from './CutPanel.tsx';
import { PatternPanel } from './PatternPanel.tsx';
import { Toolbar } from './Toolbar.tsx';
import styles from './TraceView.module.css';

const LogDialog = lazy(async () => ({ default: (await import('./LogDialog.tsx')).LogDialog }));

/** Every message of a run: lifelines, arrows, faults; what could have caused what. */
export function TraceView() {
  const diagramRef = useRef<Diagram>(undefined);
  const [isOver, setIsOver] = useState(false);
  const asked = useTrace((state) => state.asked);
  return (
    <div
      className={styles.trace}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        setIsOver(false);
        const file = event.dataTransfer.files[0];
        // What is no log is opened as everywhere on the page.
        if (file === undefined || /\.(json|zip)$/i.test(file.name)) return;
        event.preventDefault();
        event.nativeEvent.stopImmediatePropagation();
        openLog(file);
      }}
    >
      <Toolbar diagramRef={diagramRef} />
      <DiagramHost diagramRef={diagramRef} isOver={isOver} />
      <aside className={styles.side} aria-label="Details">
        <EventPanel />
        <CutPanel />
        <LogPanel />
        <ComparePanel />
        <LifelinePanel />
        <PatternPanel />
        <Legend />
      </aside>
      {asked !== undefined && (
        <Suspense fallback={null}>
          <LogDialog key={`${asked.name} ${String(asked.lastModified)}`} file={asked} />
        </Suspense>
      )}
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

function DiagramHost({ diagramRef, isOver }: { readonly diagramRef: RefObject<Diagram | undefined>; readonly isOver: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overview = useRef<HTMLCanvasElement>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (canvas.current === null || overview.current === null || summary.current === null) return undefined;
    const mounted = mountDiagram({ canvas: canvas.current, overview: overview.current, summary: summary.current });
    diagramRef.current = mounted;
    const stops = [listenToDiagram(canvas.current, mounted), listenToOverview(overview.current, mounted), mounted.stop];
    return () => {
      for (const stop of stops) stop();
    };
  }, [diagramRef]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || diagramRef.current === undefined) return;
    if (pressKey(event.key, diagramRef.current)) event.preventDefault();
  };
  return (
    <div className={styles.main} data-drop={isOver}>
      <Notes />
      <Broken />
      <Reading />
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
      <p id="trace-summary" ref={summary} className="unseen" />
    </div>
  );
}

/** What broke in the run that is drawn; on the axis of time the moment can be gone to. */
function Broken() {
  const isLive = useTrace((state) => state.source === 'live');
  const isTime = useTrace((state) => state.axis === 'time');
  if (!isLive) return null;
  const show = (timeS: number): void => {
    const { window } = traceStore.getState();
    goTo(timeS, window.to - window.from);
  };
  return <Violations onTime={isTime ? show : undefined} />;
}

function Reading() {
  const reading = useTrace((state) => state.reading);
  return reading === undefined ? null : (
    <p className={styles.reading} role="status" aria-label="Reading">
      Reading {reading} …
    </p>
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

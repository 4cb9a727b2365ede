/**
 * The stage: in space where the browser has WebGL, on a flat canvas with the same content where it has not or while
 * the context is lost. Scene code, with three in it, is only fetched when there is something to draw it with.
 */
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { StillCircle } from '../StillCircle.tsx';
import { onDraw } from '../frame-loop.ts';
import { ownTask } from '../own-task.ts';
import { whenCalm } from '../when-calm.ts';
import { flatBudget } from './flat-drawing.ts';
import { FlatStage } from './FlatStage.tsx';
import { Legend } from './Legend.tsx';
import type { ColourBy } from './stage-model.ts';
import { slowSummary } from './summary.ts';
import { graphicsStarted, hasWebGl } from './webgl.ts';
import styles from './Stage.module.css';

const Scene = lazy(async () => {
  await import('./renderer.ts');
  await ownTask();
  return import('./Scene.tsx');
});

export interface StageProps {
  readonly colourBy: ColourBy;
}

export default function Stage({ colourBy }: StageProps) {
  const summary = useRef<HTMLParagraphElement>(null);
  const summaryId = useId();
  /** Undefined until it was asked. */
  const [webGl, setWebGl] = useState<boolean>();
  const [lost, setLost] = useState(false);
  const space = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const [maxPoints, setMaxPoints] = useState(Infinity);
  const flat = webGl === false || lost;
  useEffect(() => startGraphics(setWebGl), []);
  // What is hidden while the context is lost loses the focus: it comes back with the context, unless it went elsewhere.
  useEffect(() => {
    if (!lost && hadFocus.current && document.activeElement === document.body)
      space.current?.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  }, [lost]);
  useEffect(() => (summary.current === null ? undefined : onDraw(slowSummary(summary.current).update, 'other')), []);
  return (
    <div className={styles['stage']}>
      {webGl === undefined && <StillCircle />}
      {webGl === true && (
        <div ref={space} className={styles['fill']} hidden={lost}>
          <Suspense fallback={<StillCircle />}>
            <Scene
              colourBy={colourBy}
              describedBy={summaryId}
              onContext={(context) => {
                if (context === 'lost') hadFocus.current = space.current?.contains(document.activeElement) ?? false;
                setLost(context === 'lost');
              }}
              onMaxPoints={setMaxPoints}
            />
          </Suspense>
        </div>
      )}
      {flat && <FlatStage colourBy={colourBy} describedBy={summaryId} />}
      <Legend colourBy={colourBy} maxPoints={flat ? flatBudget : maxPoints} />
      <p ref={summary} id={summaryId} className="unseen" />
    </div>
  );
}

/** Asks for WebGL when the page has begun and the browser can answer at once. Returns the way to call it off. */
function startGraphics(answer: (webGl: boolean) => void): () => void {
  let wanted = true;
  const ask = (): void => {
    if (wanted) answer(hasWebGl());
  };
  const callOff = whenCalm(() => {
    graphicsStarted().then(ask, ask);
  });
  return () => {
    wanted = false;
    callOff();
  };
}

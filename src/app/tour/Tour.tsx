import { useEffect, useRef, useState, type RefObject } from 'react';
import { prefersStillness } from '../stage/motion.ts';
import { isDialogOpen } from '../store/dialogs.ts';
import { currentFrame, liveStore } from '../store/live.ts';
import { endTour, goOn, useTour } from '../store/tour.ts';
import { useSlowFrames } from '../views/live/use-slow-frames.ts';
import { Button } from '../widgets/Button.tsx';
import { MathText } from '../widgets/MathText.tsx';
import { steps, targets, taskOf, type Moment, type Task } from './steps.ts';
import styles from './Tour.module.css';

/** A step is over when it was done and nothing of it changed from one look to the next: nobody is hurried on while dragging. */
const lookMs = 700;
const findMs = 250;

/** The tour speaks where the page tells its story: above what moves, over none of it. A ring marks the control that it is about. */
export default function Tour() {
  const { step, asked } = useTour();
  if (step === undefined) return null;
  return step < steps.length ? <StepCard key={step} index={step} asked={asked} /> : <LastCard />;
}

function StepCard({ index, asked }: { readonly index: number; readonly asked: boolean }) {
  const step = steps[index];
  const [couplingBefore] = useState(() => liveStore.getState().now.field.coupling);
  const [task, setTask] = useState<Task>(() => ({ text: '', target: 'coupling', ...taskNow(index, couplingBefore) }));
  const seen = useRef<string>(undefined);
  useSlowFrames(() => {
    const moment = momentNow(couplingBefore);
    if (step === undefined || moment === undefined) return;
    const looks = JSON.stringify([moment.live.now, moment.live.partitioned]);
    const same = seen.current === looks;
    seen.current = looks;
    if (step.isDone(moment) && same) {
      goOn();
      return;
    }
    const next = taskOf(step, moment);
    setTask((before) => (before.text === next.text ? before : next));
  }, lookMs);
  const { name } = targets[task.target];
  return (
    <Card
      title={`${String(index + 1)} of ${String(steps.length)}: ${step?.title ?? ''}`}
      target={task.target}
      text={task.text}
      takesFocus={index === 0 ? asked : 'when lost'}
    >
      <Button
        name={`Go to ${name}`}
        help="Moves the focus there."
        look="accent"
        onPress={() => {
          goTo(task.target);
        }}
      />
      <Button name="Skip step" help="Goes on without doing it." look="quiet" onPress={goOn} />
      <Button name="End tour" help="The tour is found again under the flag above, and in the palette." look="quiet" onPress={endTour} />
    </Card>
  );
}

function LastCard() {
  return (
    <Card
      title="That is the paper, felt"
      target="conflicts"
      takesFocus="when lost"
      text="With a quorum a cut costs waiting; without one it costs the truth: two logs that no heal can make one. The Guide tells the rest, with what was measured."
    >
      <Button name="End tour" help="The tour is found again under the flag above, and in the palette." look="accent" onPress={endTour} />
    </Card>
  );
}

/** Wherever the focus is, but where Escape takes something else back: a number that is typed, a list, a dialog, a look into a picture. */
function endByEscape({ key, target, defaultPrevented }: KeyboardEvent): void {
  if (key !== 'Escape' || defaultPrevented || isDialogOpen() || !(target instanceof Element)) return;
  const takes = `input:not([type=range]), textarea, [role=listbox], [role=combobox], [role=img], [role=group][tabindex], [role=dialog]:not(.${styles.card ?? ''})`;
  if (target.closest(takes) === null) endTour();
}

interface CardProps {
  readonly title: string;
  readonly text: string;
  readonly target: keyof typeof targets;
  /** Lost it is where the button that was pressed went with the card before. */
  readonly takesFocus: boolean | 'when lost';
  readonly children: React.ReactNode;
}

function Card({ title, text, target, takesFocus, children }: CardProps) {
  const card = useRef<HTMLDivElement>(null);
  usePointed(card, target);
  useEffect(() => {
    document.addEventListener('keydown', endByEscape);
    return () => {
      document.removeEventListener('keydown', endByEscape);
    };
  }, []);
  useEffect(() => {
    if (takesFocus === 'when lost' ? document.activeElement === document.body : takesFocus) card.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div ref={card} className={styles.card} role="dialog" aria-label={title} tabIndex={-1}>
      <p className={styles.text} role="status">
        <b>{title}.</b> <MathText>{text}</MathText>
      </p>
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}

/**
 * The control, once it is there, has a ring around it. Where the card stays above a page that scrolls, what moves is brought below
 * it then: all stands near but the list of protocols.
 */
function usePointed(card: RefObject<HTMLElement | null>, target: keyof typeof targets): void {
  useEffect(() => {
    let marked: Element | null = null;
    // Some controls come a moment after the page.
    const mark = (): void => {
      if (marked?.isConnected === true) return;
      marked = targets[target].find();
      if (marked === null) return;
      marked.setAttribute('data-pointed', '');
      if (card.current === null || target === 'protocol' || getComputedStyle(card.current).position !== 'sticky') return;
      card.current.closest('[role=tabpanel]')?.scrollIntoView({ behavior: scrolling() });
    };
    mark();
    const timer = setInterval(mark, findMs);
    return () => {
      clearInterval(timer);
      marked?.removeAttribute('data-pointed');
    };
  }, [card, target]);
}

function goTo(target: keyof typeof targets): void {
  const element = targets[target].find();
  if (!(element instanceof HTMLElement)) return;
  element.scrollIntoView({ block: 'nearest', behavior: scrolling() });
  const focusable = element.matches('button') ? element : element.querySelector<HTMLElement>('input[type=range]');
  focusable?.focus({ preventScroll: true });
}

function scrolling(): ScrollBehavior {
  return prefersStillness() ? 'auto' : 'smooth';
}

function momentNow(couplingBefore: number): Moment | undefined {
  const frame = currentFrame();
  return frame === undefined ? undefined : { live: liveStore.getState(), frame, couplingBefore };
}

function taskNow(index: number, couplingBefore: number): Task | undefined {
  const step = steps[index];
  const moment = momentNow(couplingBefore);
  return step === undefined || moment === undefined ? undefined : taskOf(step, moment);
}

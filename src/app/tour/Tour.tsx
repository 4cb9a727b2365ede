import { Popover } from '@base-ui/react/popover';
import { startTransition, useEffect, useRef, useState } from 'react';
import { currentFrame, liveStore } from '../store/live.ts';
import { useSettings } from '../store/settings.ts';
import { endTour, goOn, useTour } from '../store/tour.ts';
import { useSlowFrames } from '../views/live/use-slow-frames.ts';
import { Button } from '../widgets/Button.tsx';
import { MathText } from '../widgets/MathText.tsx';
import { steps, targets, taskOf, type Moment, type Task } from './steps.ts';
import styles from './Tour.module.css';

/** A step is over when it was done and nothing of it changed from one look to the next: nobody is hurried on while dragging. */
const lookMs = 700;
const findMs = 250;

/** The card of the tour, beside the control that it is about. It never blocks the page. */
export default function Tour() {
  const { step, asked } = useTour();
  const view = useSettings((settings) => settings.view);
  // Whoever looks elsewhere finds it again when they are back.
  if (step === undefined || view !== 'live') return null;
  return step < steps.length ? <StepCard key={step} index={step} focused={asked && step === 0} /> : <LastCard />;
}

function StepCard({ index, focused }: { readonly index: number; readonly focused: boolean }) {
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
      focused={focused}
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
      focused={false}
      text="With a quorum a cut costs waiting; without one it costs the truth: two logs that no heal can make one. The Guide tells the rest, with what was measured."
    >
      <Button name="End tour" help="The tour is found again under the flag above, and in the palette." look="accent" onPress={endTour} />
    </Card>
  );
}

interface CardProps {
  readonly title: string;
  readonly text: string;
  readonly target: keyof typeof targets;
  readonly focused: boolean;
  readonly children: React.ReactNode;
}

function Card({ title, text, target, focused, children }: CardProps) {
  const popup = useRef<HTMLDivElement>(null);
  const anchor = usePointed(target);
  useSight(target);
  // A card beside nothing would stand in the corner, unseen.
  if (anchor === null) return null;
  return (
    <Popover.Root
      open
      onOpenChange={(open, { reason }) => {
        if (!open && reason === 'escape-key') endTour();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side={targets[target].side}
          sideOffset={14}
          sticky
          collisionPadding={{ top: roomAbove(target), left: edgePx, right: edgePx, bottom: roomBelow() }}
          className={styles.positioner}
        >
          <Popover.Popup ref={popup} className={styles.card} initialFocus={focused ? popup : false} finalFocus={false}>
            <Popover.Arrow className={styles.arrow} />
            <Popover.Title className={styles.title}>{title}</Popover.Title>
            <p className={styles.text} role="status">
              <MathText>{text}</MathText>
            </p>
            <div className={styles.buttons}>{children}</div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** On a phone the buttons of the cut are always there; what they do is seen at the top of the page. */
function useSight(target: keyof typeof targets): void {
  useEffect(() => {
    if (isPhone() && (target === 'partition' || target === 'heal')) window.scrollTo({ top: 0, behavior: scrolling() });
  }, [target]);
}

/** The control, once it is there, with a ring around it. */
function usePointed(target: keyof typeof targets): Element | null {
  const [pointed, setPointed] = useState<Element | null>(null);
  useEffect(() => {
    let marked: Element | null = null;
    // Some controls come a moment after the page.
    const mark = (): void => {
      if (marked?.isConnected === true) return;
      marked = targets[target].find();
      marked?.setAttribute('data-pointed', '');
      // Made ready in slices: the card is much for a slow processor.
      startTransition(() => setPointed(marked));
    };
    mark();
    const timer = setInterval(mark, findMs);
    return () => {
      clearInterval(timer);
      marked?.removeAttribute('data-pointed');
    };
  }, [target]);
  return pointed;
}

function goTo(target: keyof typeof targets): void {
  const element = targets[target].find();
  if (!(element instanceof HTMLElement)) return;
  element.scrollIntoView({ block: 'center', behavior: scrolling() });
  const focusable = element.matches('button') ? element : element.querySelector<HTMLElement>('input[type=range]');
  focusable?.focus({ preventScroll: true });
}

/** The card tells of what the readouts say: on a desk it stands below them. */
function roomAbove(target: keyof typeof targets): number {
  const isDesk = matchMedia('(min-width: 75rem)').matches;
  return isDesk && target !== 'conflicts' ? (targets.conflicts.find()?.getBoundingClientRect().bottom ?? 0) + edgePx : edgePx;
}

const edgePx = 8;

/** On a phone the bar that drives the run stays at the bottom: the card stands above it. */
function roomBelow(): number {
  return isPhone() ? 140 : edgePx;
}

function isPhone(): boolean {
  return matchMedia('(max-width: 47.99rem)').matches;
}

function scrolling(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
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

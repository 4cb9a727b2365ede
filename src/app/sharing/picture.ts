/** The stage as a file: a picture of now, or a film of the next seconds. What is drawn is copied to a canvas of its own, with its words. */
import type { Frame } from '../../worker/frame.ts';
import { onAct, onDraw, requestDraw } from '../frame-loop.ts';
import { download } from '../session/download.ts';
import { exportName } from '../session/files.ts';
import { dismissNotice, notify } from '../store/notices.ts';

/** Longer films weigh more than anybody sends. */
const longestFilmMs = 20_000;
const framesPerSecond = 30;
const bitsPerSecond = 6_000_000;
/** The first that the browser can write. */
const filmTypes = ['video/webm;codecs=vp9', 'video/webm', 'video/mp4'];

export async function saveStage(): Promise<void> {
  const copy = createCopy();
  const drawn = new Promise<Blob | null>((resolve) => {
    const stop = onDraw((frame) => {
      // The flat circle comes a moment after one in space is lost.
      if (!copy.draw(frame)) return requestDraw();
      stop();
      copy.canvas.toBlob(resolve, 'image/png');
    });
  });
  const file = await drawn;
  if (file === null) throw new Error('The browser has no room for it.');
  download(file, `${exportName()}-stage.png`);
}

let endFilm: (() => void) | undefined;

/** Begins a film, or ends the one that is being made. */
export function filmStage(): void {
  if (endFilm !== undefined) return endFilm();
  const type = filmTypes.find((candidate) => typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported(candidate));
  if (type === undefined) throw new Error('This browser makes no films; “Circle as PNG” works in every browser.');
  const copy = createCopy();
  const recorder = new MediaRecorder(copy.canvas.captureStream(framesPerSecond), { mimeType: type, videoBitsPerSecond: bitsPerSecond });
  const parts: Blob[] = [];
  const end = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const stops = [
    onDraw((frame) => {
      if (!copy.draw(frame)) end();
    }),
    // A run that stands still is filmed too, and a camera that is turned before it.
    onAct(requestDraw),
  ];
  const timer = setTimeout(end, longestFilmMs);
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => {
    endFilm = undefined;
    clearTimeout(timer);
    for (const stop of stops) stop();
    dismissNotice(told);
    download(new Blob(parts, { type }), `${exportName()}-stage.${type.startsWith('video/mp4') ? 'mp4' : 'webm'}`);
    notify('good', 'The film is saved');
  };
  endFilm = end;
  recorder.start();
  const told = notify('good', 'The phase circle is being filmed', ['For 20 seconds, or until “Film” is pressed again.'], {
    title: 'End the film',
    run: end,
  });
}

interface Copy {
  readonly canvas: HTMLCanvasElement;
  /** Copies what the stage has just drawn; false where there is no stage. */
  draw(frame: Frame): boolean;
}

/** The drawn canvas of the stage; the one in space lies hidden while the flat one stands in for it. */
function findStage(): HTMLCanvasElement | undefined {
  const stages = document.querySelectorAll<HTMLCanvasElement>('canvas[aria-label="Phase circle"]');
  return [...stages].find((stage) => stage.clientWidth > 0);
}

/** It draws after the stage, in the same animation frame: later a canvas with WebGL may be empty. */
function createCopy(): Copy {
  const first = findStage();
  if (first === undefined) throw new Error('The phase circle is not on the page yet.');
  const canvas = document.createElement('canvas');
  canvas.width = even(first.width);
  canvas.height = even(first.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no 2D canvas.');
  const style = getComputedStyle(document.documentElement);
  const font = `12px ${style.getPropertyValue('--font')}`;
  return {
    canvas,
    draw(frame) {
      const stage = findStage();
      if (stage === undefined) return false;
      const bounds = stage.getBoundingClientRect();
      const ratio = canvas.width / bounds.width;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = style.getPropertyValue('--surface-raised');
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(stage, 0, 0, canvas.width, canvas.height);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.font = font;
      drawWords(context, stage, bounds);
      context.textAlign = 'left';
      context.textBaseline = 'bottom';
      context.fillStyle = style.getPropertyValue('--ink-muted');
      context.fillText(`The Chorus Lab   t = ${frame.timeS.toFixed(2)} s   r = ${frame.r.toFixed(3)}`, 12, bounds.height - 10);
      return true;
    },
  };
}

/** Films want an even number of pixels each way. */
function even(pixels: number): number {
  return 2 * Math.max(1, Math.round(pixels / 2));
}

/** The words in the picture are elements of the page. */
function drawWords(context: CanvasRenderingContext2D, stage: HTMLCanvasElement, bounds: DOMRect): void {
  for (const word of stage.parentElement?.querySelectorAll('span') ?? []) {
    const { left, right, top, bottom } = word.getBoundingClientRect();
    if (word.hidden || right === left) continue;
    context.fillStyle = getComputedStyle(word).color;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const lines = word.textContent.split('\n');
    const lineHeight = (bottom - top) / lines.length;
    lines.forEach((line, i) => {
      context.fillText(line, (left + right) / 2 - bounds.left, top - bounds.top + (i + 0.5) * lineHeight);
    });
  }
}

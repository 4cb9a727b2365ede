/** `chorus check --bugs`: plants every bug in turn, and tells which check finds it and where first. */
import type { Bug } from '../../lab/check/bug.ts';
import { bugs } from '../../lab/check/bugs.ts';
import type { BugFound, Task } from '../../lab/check/work.ts';
import { writeJson } from '../../lab/scenario/write.ts';
import { watchInterrupt } from '../interrupt.ts';
import { createProgress } from '../progress.ts';
import { exitCode, say, textTable, type Outcome } from '../terminal.ts';
import { answersInOrder } from '../threads.ts';
import { thread } from './check-drive.ts';

interface Row {
  readonly bug: string;
  readonly says: string;
  readonly mesh: Place | undefined;
  readonly tinyWorld: Place | undefined;
}

/** The check that is to find it, and the first seed (of the mesh) or run (of the tiny world) in which it does. */
interface Place {
  readonly check: string;
  readonly first: number | undefined;
}

export async function checkBugs(jobs: number, json: boolean): Outcome {
  const interrupt = watchInterrupt();
  const progress = createProgress('check --bugs', bugs.length, 'bugs');
  const rows: Row[] = [];
  const tasks = bugs.map((bug): Task => ({ do: 'bug', name: bug.name }));
  for await (const found of answersInOrder<Task, BugFound>(thread, jobs, tasks)) {
    rows.push(rowOf(bugs[rows.length] as Bug, found));
    progress.update(rows.length);
    if (interrupt.asked) break;
  }
  progress.stop();
  interrupt.release();
  const missed = rows.filter(isMissed);
  say(json ? writeJson({ schema: 'chorus.check-bugs/1', bugs: rows, missed: missed.map((row) => row.bug) }) : textOf(rows, missed));
  if (interrupt.asked) return exitCode.interrupted;
  return missed.length === 0 ? exitCode.done : exitCode.checkFailed;
}

function rowOf({ name, says, mesh, micro }: Bug, found: BugFound): Row {
  return {
    bug: name,
    says,
    mesh: mesh && { check: mesh.check, first: found.mesh?.seed },
    tinyWorld: micro && { check: micro.check, first: found.micro?.run },
  };
}

function isMissed({ mesh, tinyWorld }: Row): boolean {
  return [mesh, tinyWorld].some((place) => place !== undefined && place.first === undefined);
}

function textOf(rows: readonly Row[], missed: readonly Row[]): string {
  const cells = (place: Place | undefined): readonly string[] =>
    place === undefined ? ['', ''] : [place.check, place.first === undefined ? 'NOT FOUND' : String(place.first)];
  const table = textTable(
    [
      ['bug', 'in the mesh', 'first seed', 'in the tiny world', 'first run'],
      ...rows.map((row) => [row.bug, ...cells(row.mesh), ...cells(row.tinyWorld)]),
    ],
    [2, 4],
  );
  return `${table}\n\n${rows.length - missed.length} of ${rows.length} bugs found by the checks that are named for them`;
}

/** A line to one of the page's workers: Playwright has none of its own. */
import type { CDPSession } from '@playwright/test';
import type { WorkerName } from '../../src/worker/worker-name.ts';

/** Asks something of Chromium's protocol. */
export type Send = (method: string) => Promise<unknown>;

export async function lineToWorker(session: CDPSession, name: WorkerName): Promise<Send> {
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker' && targetInfo.title === name) resolve(sessionId);
    });
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  const line = { id: '' };
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    if (sessionId !== line.id) return;
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  line.id = await attached;
  let lastId = 0;
  return async (method) => {
    const id = ++lastId;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', { sessionId: line.id, message: JSON.stringify({ id, method }) });
    return answer;
  };
}

/** The reader of logs as a module worker: `logs.ts` behind Comlink. The worker that holds histories starts and stops it. */
import * as Comlink from 'comlink';
import { createLogs } from './logs.ts';

Comlink.expose(createLogs());

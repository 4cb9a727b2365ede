/** What is kept in the browser, the page itself and the run: loaded when the page already runs. */
export { keepOffline } from './offline.ts';
export { keepRun } from './session/kept-run.ts';

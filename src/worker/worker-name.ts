/** The parts of the lab that a worker may carry; `graphics` only starts the browser's. */
export type WorkerName = 'live' | 'experiments' | 'trace' | 'logs' | 'rope' | 'dynamics' | 'graphics';

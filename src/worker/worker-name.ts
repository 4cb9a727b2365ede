/** The parts of the lab that a worker may carry. */
export type WorkerName = 'live' | 'experiments' | 'trace' | 'rope' | 'dynamics';

/** Deterministic mathematics: the same bits in every engine. What may reach the state of a run goes through here. */
export * from './math-circle.ts';
export * from './math-exponential.ts';
export * from './math-trigonometric.ts';

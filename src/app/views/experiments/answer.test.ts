import { expect, test } from 'vitest';
import type { Verdict } from '../../../lab/experiments/types.ts';
import { answerTo, shortWord, tallyOf } from './answer.ts';

const judged = (...verdicts: readonly Verdict[]) => verdicts.map((verdict) => ({ verdict }));

test('Several verdicts come to one: a claim that fails anywhere holds in part at most, and only what holds throughout holds', () => {
  for (const [verdicts, sentence, verdict] of [
    [judged('holds', 'holds'), 'It holds.', 'holds'],
    [judged('holds', 'not refuted'), 'Nothing that was seen speaks against it.', 'not refuted'],
    [judged('holds', 'not refuted', 'not decided'), 'Not all of it is decided.', 'not decided'],
    [judged('fails', 'holds', 'not decided'), 'It holds only in part.', 'fails'],
    [judged('fails', 'not decided'), 'It holds in part at most.', 'fails'],
    [judged('fails', 'fails'), 'It fails.', 'fails'],
  ] as const)
    expect(answerTo(verdicts)).toEqual({ sentence, verdict });
});

test('They are counted in words', () => {
  expect(tallyOf(judged('fails', 'holds', 'holds', 'not refuted'))).toBe('Of 4 claims 2 hold, 1 fails and 1 is not refuted.');
  expect(tallyOf(judged('fails', 'fails'))).toBe('Of 2 claims 2 fail.');
  expect([shortWord('holds', 1), shortWord('holds', 2), shortWord('not decided', 2)]).toEqual(['holds', 'hold', 'not decided']);
});

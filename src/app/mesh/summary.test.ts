import { expect, test } from 'vitest';
import { messageKinds } from '../../lab/run/types.ts';
import { agentText, meshSummary, noteText, standing } from './summary.ts';

const column = (...values: readonly number[]) => Float64Array.from(values);

const agentColumns = {
  component: column(0, 1, 1, -1),
  up: column(1, 1, 1, 0),
  paused: column(0, 0, 1, 0),
  hearsQuorum: column(0, 1, 1, 0),
  r: column(0, 0, 0, 0),
  psiRad: column(0, 0, 0, 0),
  clock: column(7, 8, 9, 3),
  generated: column(0, 0, 0, 0),
  validated: column(0, 0, 0, 0),
  pending: column(5, 1, 0, 2),
  logLength: column(0, 0, 0, 0),
  group: column(0, 1, 1, 1),
};

function frame(counts: Partial<Record<(typeof messageKinds)[number], number>>, flights = 3, flightsPresent = 3) {
  return { agents: 4, agentColumns, travelling: Float64Array.from(messageKinds, (kind) => counts[kind] ?? 0), flights, flightsPresent };
}

test('it tells the groups, who hears no quorum, who is down and who is paused', () => {
  expect(standing(frame({}))).toBe('4 agents cut into groups 0 | 1–3; without a quorum: 0; down: 3; paused: 2.');
});

test('it counts the messages by kind, and says when only a part of them is drawn', () => {
  expect(meshSummary(frame({ phase: 12, accept: 3 }))).toContain('Messages on their way: 12 phase, 3 accept.');
  expect(meshSummary(frame({}))).toContain('Messages on their way: none.');
  expect(meshSummary(frame({ phase: 9 }, 3, 9))).toContain('Drawn are 3 of 9.');
  expect(meshSummary(frame({ phase: 9 }))).not.toContain('Drawn');
});

test('what does not arrive is told as lost, beside what the picture leaves out', () => {
  expect(meshSummary(frame({ phase: 9, accept: 1 }, 12, 12))).toContain('9 phase, 1 accept. Lost: 2.');
  expect(noteText(frame({ phase: 9, accept: 1 }, 12, 12))).toBe('✕ 2 lost');
  expect(noteText(frame({ phase: 9 }, 6, 12))).toBe('✕ 3 lost, 6 of 12 drawn');
  expect(noteText(frame({ phase: 9 }, 9, 9))).toBe('');
});

test('an agent is told in one line', () => {
  expect(agentText(0, { agentColumns })).toBe('Agent 0: component 1, hears no quorum, 5 tokens pending, Lamport time 7');
  expect(agentText(3, { agentColumns })).toBe('Agent 3: down');
});

import { describe, expect, test } from 'vitest';
import { story, type Moment } from './story.ts';

const calm: Moment = {
  playing: true,
  timeS: 5,
  r: 0.4,
  partitioned: false,
  pending: 40,
  conflicts: 0,
  agents: 16,
  agentsWithoutQuorum: 0,
  healedBefore: false,
  tokenRateHz: 11.6,
  protocol: 'chorus',
};

describe('the story', () => {
  test('first says what to drag, then what to press', () => {
    expect(story(calm)).toContain('Drag Coupling K');
    expect(story({ ...calm, r: 0.9 })).toContain('press Partition');
  });

  test('says who waits while the mesh is cut', () => {
    expect(story({ ...calm, partitioned: true, agentsWithoutQuorum: 7 })).toContain('7 agents hear no quorum');
    expect(story({ ...calm, partitioned: true, agentsWithoutQuorum: 1 })).toContain('One agent hears no quorum');
    expect(story({ ...calm, partitioned: true, agentsWithoutQuorum: 16 })).toContain('no side has a quorum');
    expect(story({ ...calm, partitioned: true })).toContain('everyone still hears a quorum');
  });

  test('tells the draining of the backlog from the end of it', () => {
    expect(story({ ...calm, healedBefore: true, pending: 2_000 })).toContain('validated now');
    expect(story({ ...calm, healedBefore: true })).toContain('nothing was lost');
  });

  test('leads on to the legacy system, and tells what that one does', () => {
    expect(story({ ...calm, healedBefore: true })).toContain('Protocol: Legacy');
    expect(story({ ...calm, protocol: 'legacy' })).toContain('Press Partition');
    expect(story({ ...calm, protocol: 'legacy', partitioned: true, agentsWithoutQuorum: 7 })).toContain('each side commits');
  });

  test('puts a conflict before everything else that runs', () => {
    expect(story({ ...calm, conflicts: 3, partitioned: true })).toContain('Split brain');
  });

  test('asks for Play where nothing has moved yet', () => {
    expect(story({ ...calm, playing: false, timeS: 0 })).toContain('Press Play');
    expect(story({ ...calm, playing: false, timeS: 3 })).not.toContain('Press Play');
  });
});

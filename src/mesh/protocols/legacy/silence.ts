/** What a member does about those whom it does not hear. */
import { contributionOf, memberOf, setAskTimer, type Context } from './member.ts';
import { finishRound } from './round.ts';

/** Those from whom nothing came are out of the view; those who are a round ahead are not waited for either. */
export function evictSilent(context: Context, self: number): void {
  const { world, options } = context;
  const member = memberOf(context, self);
  if (!options.evicts || !member.begun) return;
  for (let agent = 0; agent < world.agents; agent++) {
    if (contributionOf(member, agent) !== undefined) continue;
    const other = member.heard[2 * agent + ((member.round + 1) & 1)];
    if ((other?.round ?? -1) <= member.round) member.view[agent] = 0;
  }
  finishRound(context, self);
}

export function askAgain(context: Context, self: number): void {
  const { world } = context;
  const member = memberOf(context, self);
  if (!member.begun) return;
  for (let agent = 0; agent < world.agents; agent++) {
    if (agent === self || member.view[agent] === 0 || contributionOf(member, agent) !== undefined) continue;
    const message = world.draft(self, 'ask');
    message.slot = member.round;
    world.send(message, agent);
  }
  setAskTimer(context, self);
}

/** Tokens and logs as the rows of `tokens.csv` and `log.csv`. */
import type { Mesh } from '../../mesh/types.ts';
import type { LogRow, TokenRow } from './types.ts';

export function* tokenRows(tokens: Mesh['tokens']): Generator<TokenRow> {
  for (let token = 0; token < tokens.count; token++) {
    yield {
      token,
      agent: tokens.author.values[token] as number,
      clock: tokens.clock.values[token] as number,
      generatedS: tokens.generatedS.values[token] as number,
      validatedS: tokens.validatedS.values[token] as number,
      slot: tokens.slot.values[token] as number,
      position: tokens.position.values[token] as number,
    };
  }
}

export function* logRows(mesh: Mesh, agents: number): Generator<LogRow> {
  for (let agent = 0; agent < agents; agent++) {
    let position = 0;
    for (const { slot, tokens } of mesh.logs.rows(agent)) {
      for (const token of tokens) yield { agent, position: position++, slot, token };
    }
  }
}

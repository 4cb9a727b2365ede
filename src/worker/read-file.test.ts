import { expect, it } from 'vitest';
import { createCampaign, type Counterexample } from '../lab/check/campaign.ts';
import { shrink } from '../lab/check/shrink.ts';
import { subjectOf } from '../lab/check/subject.ts';
import { writeScenario } from '../lab/scenario/write.ts';
import { readScenarioFile } from './read-file.ts';

it('a counterexample that chorus check wrote opens on the page', async () => {
  const subject = subjectOf('lamport-reachable');
  const campaign = createCampaign(subject);
  let found: Counterexample | undefined;
  for (let seed = 0; found === undefined && seed < 50; seed++) found = campaign.run(seed);
  const { scenario } = shrink(found ?? expect.fail('nothing found'), subject);
  expect(await readScenarioFile(new Blob([writeScenario(scenario)]))).toMatchObject({ ok: true, value: { scenario } });
});

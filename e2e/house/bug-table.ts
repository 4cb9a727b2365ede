/** The table of planted bugs in `docs/campaign.md`: made from what `chorus check --bugs --json` says, between two marks. */
import * as prettier from 'prettier';
import * as v from 'valibot';

const place = v.object({ check: v.string(), first: v.optional(v.number()) });

export const bugReport = v.object({
  schema: v.literal('chorus.check-bugs/1'),
  bugs: v.array(v.object({ bug: v.string(), says: v.string(), mesh: v.optional(place), tinyWorld: v.optional(place) })),
  missed: v.array(v.string()),
});
export type BugReport = v.InferOutput<typeof bugReport>;

const begin = '<!-- bugs: made by npm run check:mesh -- --write -->';
const end = '<!-- end of bugs -->';

/** The page with the table that belongs to this report in the place of its own. @throws where the marks are not there. */
export async function withTable(page: string, report: BugReport): Promise<string> {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`no "${begin}" … "${end}"`);
  const text = `${page.slice(0, from)}${begin}\n\n${tableOf(report)}\n\n${page.slice(to)}`;
  return prettier.format(text, { parser: 'markdown', printWidth: 140, singleQuote: true });
}

function tableOf({ bugs }: BugReport): string {
  const rows = bugs.map(({ bug, says, mesh, tinyWorld }) => [`\`${bug}\``, says, ...cellsOf(mesh), ...cellsOf(tinyWorld)]);
  return [
    ['bug', 'what is wrong', 'found in the mesh by', 'first seed', 'in the tiny world by', 'first run'],
    ['---', '---', '---', '--:', '---', '--:'],
    ...rows,
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function cellsOf(found: v.InferOutput<typeof place> | undefined): readonly string[] {
  return found === undefined ? ['', ''] : [found.check, found.first === undefined ? 'not found' : String(found.first)];
}

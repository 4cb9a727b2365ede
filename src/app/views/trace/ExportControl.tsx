import type { RefObject } from 'react';
import { exportFormats, type ExportFormat } from '../../../worker/trace-api.ts';
import type { Diagram } from '../../trace/diagram.ts';
import { exportEvents, exportPicture } from '../../trace/export.ts';
import { useTrace } from '../../trace/trace-store.ts';
import { Select, type SelectOption } from '../../widgets/Select.tsx';

const formatTexts: Readonly<Record<ExportFormat, { readonly label: string; readonly help: string }>> = {
  shiviz: { label: 'ShiViz log', help: 'Two lines an event with its vector clock; faults and losses as events of a host nemesis.' },
  perfetto: { label: 'Perfetto trace', help: 'JSON for ui.perfetto.dev: agents as processes, messages as flows.' },
  csv: { label: 'CSV', help: 'A row for each event.' },
};

type Choice = `${ExportFormat} ${'window' | 'whole'}` | 'png' | 'svg';

export function ExportControl({ diagramRef }: { readonly diagramRef: RefObject<Diagram | undefined> }) {
  // Along the other axes what is in sight is no span of time.
  const hasWindow = useTrace((state) => state.axis === 'time');
  const parts = hasWindow ? (['window', 'whole'] as const) : (['whole'] as const);
  const options: readonly SelectOption<Choice>[] = [
    ...exportFormats.flatMap((format) =>
      parts.map((part) => {
        const { label, help } = formatTexts[format];
        return { value: `${format} ${part}` as const, label: `${label} of ${part === 'window' ? 'what is in sight' : 'the whole'}`, help };
      }),
    ),
    { value: 'png', label: 'Picture (PNG)' },
    { value: 'svg', label: 'Picture (SVG)' },
  ];
  return (
    <Select
      look="bare"
      name="Export"
      help="The events for another tool, or the diagram as a picture."
      value={undefined}
      placeholder="Export …"
      options={options}
      onChange={(choice) => {
        if (choice === 'png' || choice === 'svg') {
          if (diagramRef.current !== undefined) exportPicture(diagramRef.current, choice);
          return;
        }
        const [format, part] = choice.split(' ') as [ExportFormat, 'window' | 'whole'];
        exportEvents(format, part);
      }}
    />
  );
}

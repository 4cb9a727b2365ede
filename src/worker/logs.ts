/** Reads a log that a person opens: a quick look while they type, and then the whole. Knows no worker. */
import { success, failure } from '../base/result.ts';
import { importShiviz, previewShiviz } from '../lab/import/shiviz.ts';
import { faultText } from '../lab/scenario/fault.ts';
import { tooLong } from '../lab/scenario/json.ts';
import { maxLogBytes } from '../lab/texts/shiviz-formats.ts';
import type { LogsApi } from './logs-api.ts';

/** As much as is read between two strokes of a key. */
const previewLength = 1_000_000;
const previewedFaults = 5;

export function createLogs(): LogsApi {
  let text = '';
  return {
    async load(file) {
      if (file.size > maxLogBytes) return failure([tooLong(file.size, maxLogBytes)]);
      text = await file.text();
      return success(null);
    },
    preview(options) {
      const isWhole = text.length <= previewLength;
      const part = isWhole ? text : text.slice(0, text.lastIndexOf('\n', previewLength));
      const read = previewShiviz(part, options);
      if (!read.ok) return read;
      const { log, first } = read.value;
      const { parser, delimiter, source, fields, executions } = log;
      return success({
        parser,
        delimiter,
        source,
        fields,
        first,
        executions: executions.map(({ name, found, hosts, holes, unreadLines, faults }) => ({
          name,
          events: found,
          hosts: hosts.length,
          holes: holes.length,
          unreadLines: unreadLines.length,
          faults: faults.slice(0, previewedFaults).map((fault) => faultText(fault)),
        })),
        part: isWhole ? undefined : part.length,
      });
    },
    read: (options) => importShiviz(text, options),
  };
}

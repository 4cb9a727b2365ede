/** What the worker that reads logs is asked: apart from the one that holds histories, so that it can be stopped in the middle. */
import type { Result } from '../base/result.ts';
import type { ExpressionSource, FoundRecord, ImportedLog, ImportOptions } from '../lab/import/shiviz.ts';
import type { Fault } from '../lab/scenario/fault.ts';

export interface PreviewedExecution {
  readonly name: string;
  readonly events: number;
  readonly hosts: number;
  readonly holes: number;
  readonly unreadLines: number;
  readonly faults: readonly string[];
}

/** How a log would be read. */
export interface LogPreview {
  readonly parser: string;
  readonly delimiter: string | undefined;
  readonly source: ExpressionSource;
  readonly fields: readonly string[];
  /** The first events of the first execution that has any. */
  readonly first: readonly FoundRecord[];
  readonly executions: readonly PreviewedExecution[];
  /** Characters looked at, of a log that is longer; undefined where it was looked at whole. */
  readonly part: number | undefined;
}

export interface LogsApi {
  /** Keeps the text of the file. */
  load(file: Blob): Promise<Result<null, readonly Fault[]>>;
  preview(options: ImportOptions): Result<LogPreview, readonly Fault[]>;
  read(options: ImportOptions): Result<ImportedLog, readonly Fault[]>;
}

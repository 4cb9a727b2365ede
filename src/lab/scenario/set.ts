/** Changes of a scenario by path: what `--set path=value` and the controls of the page do. */
import { failure, success, type Result } from '../../base/result.ts';
import { isArrayNode, isObjectNode, isOptionalNode, isVariantNode, type SchemaNode } from './allowed.ts';
import { indexPath, keyPath, quote, type Fault } from './fault.ts';
import { checkScenario } from './parse.ts';
import { scenarioSchema, type Scenario } from './schema.ts';
import { chosenOption, isRecord, own } from './structure.ts';

export interface Assignment {
  /** `field.coupling`, `mesh.stragglers[0].extraMs`, `interventions`: any place in the document. */
  readonly path: string;
  readonly value: unknown;
}

/** The scenario with one value changed. Choosing another `kind` drops the fields that only the old kind has. */
export function setParameter(scenario: Scenario, path: string, value: unknown): Result<Scenario, readonly Fault[]> {
  return setParameters(scenario, [{ path, value }]);
}

/** Several changes at once, checked when all are made: N and M may so pass a state in which N is below M. */
export function setParameters(scenario: Scenario, assignments: readonly Assignment[]): Result<Scenario, readonly Fault[]> {
  const faults: Fault[] = [];
  let document: unknown = scenario;
  for (const { path, value } of assignments) {
    const steps = parsePath(path);
    const changed = steps === undefined ? notAPath(path) : assign(scenarioSchema, document, steps, value, '');
    if (changed.ok) document = changed.value;
    else faults.push(changed.error);
  }
  const checked = checkScenario(document);
  if (faults.length === 0) return checked;
  return failure(checked.ok ? faults : [...faults, ...checked.error]);
}

/**
 * Reads `path=value`. The value is JSON where it reads as JSON and text otherwise, so quotes are needed only for a text
 * that would read as something else; a place that takes only text takes it as it stands.
 */
export function parseAssignment(text: string): Result<Assignment, Fault> {
  const equals = text.indexOf('=');
  if (equals < 1) return failure({ path: '', found: quote(text), allowed: 'path=value, for instance field.coupling=2.5' });
  const path = text.slice(0, equals).trim();
  return success({ path, value: valueOf(text.slice(equals + 1), parsePath(path)) });
}

function valueOf(text: string, path: readonly Step[] | undefined): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const takesText = path !== undefined && nodeAt(scenarioSchema, path)?.type === 'string';
  return takesText && typeof value !== 'string' ? text : value;
}

type Step = string | number;

const pathForm = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d{1,6}\])*$/;

function parsePath(path: string): readonly Step[] | undefined {
  if (path.length > 200 || !pathForm.test(path)) return undefined;
  return path.match(/\w+/g)?.map((step) => (/^\d/.test(step) ? Number(step) : step));
}

function notAPath(path: string): Result<never, Fault> {
  return failure({ path: '', found: quote(path), allowed: 'a path in the scenario, for instance field.coupling or interventions[0].atS' });
}

/** A copy of `target` with the value put at the end of the path; what lies beside the path is shared. */
function assign(
  node: SchemaNode | undefined,
  target: unknown,
  steps: readonly Step[],
  value: unknown,
  path: string,
): Result<unknown, Fault> {
  const [step, ...rest] = steps;
  if (step === undefined) return success(value);
  if (typeof step === 'number') {
    const here = indexPath(path, step);
    if (!Array.isArray(target)) return failure({ path: here, found: `an index into ${quote(target)}`, allowed: 'an index into a list' });
    const items: readonly unknown[] = target;
    if (step > items.length)
      return failure({ path: here, found: String(step), allowed: `an index from 0 to ${String(items.length)} (one more)` });
    const item = assign(child(node, target, step), items[step], rest, value, here);
    return item.ok ? success([...items.slice(0, step), item.value, ...items.slice(step + 1)]) : item;
  }
  const here = keyPath(path, step);
  if (target !== undefined && !isRecord(target)) {
    return failure({ path: here, found: `a key below ${quote(target)}`, allowed: `${path} itself: it has no keys` });
  }
  const inside = assign(child(node, target, step), target === undefined ? undefined : own(target, step), rest, value, here);
  if (!inside.ok) return inside;
  return success(withoutStrangers(node, { ...target, [step]: inside.value }, step));
}

/** After a change of the key of a variant: without the fields of its other options. */
function withoutStrangers(node: SchemaNode | undefined, value: Readonly<Record<string, unknown>>, changed: string): unknown {
  const variant = unwrap(node);
  if (variant === undefined || !isVariantNode(variant) || variant.key !== changed) return value;
  const option = chosenOption(variant, value);
  const elsewhere = (key: string): boolean => variant.options.some((other) => Object.hasOwn(other.entries, key));
  if (option === undefined) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(option.entries, key) || !elsewhere(key)));
}

function unwrap(node: SchemaNode | undefined): SchemaNode | undefined {
  return node !== undefined && isOptionalNode(node) ? unwrap(node.wrapped) : node;
}

/** The schema one step further down; undefined where the schema knows no such step. */
function child(wrapped: SchemaNode | undefined, target: unknown, step: Step): SchemaNode | undefined {
  const node = unwrap(wrapped);
  if (node === undefined) return undefined;
  if (typeof step === 'number') return isArrayNode(node) ? node.item : undefined;
  const entries = isObjectNode(node)
    ? node.entries
    : isVariantNode(node) && isRecord(target)
      ? chosenOption(node, target)?.entries
      : undefined;
  return entries !== undefined && Object.hasOwn(entries, step) ? entries[step] : undefined;
}

function nodeAt(node: SchemaNode, steps: readonly Step[]): SchemaNode | undefined {
  return unwrap(steps.reduce<SchemaNode | undefined>((current, step) => child(current, undefined, step), node));
}

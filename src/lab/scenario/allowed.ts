/** What may stand at a place, in words: from a parameter of the table or from a node of the schema. */
import type * as v from 'valibot';
import { parameterAt, type Parameter } from './parameters.ts';
import { choices } from './suggest.ts';

export type SchemaNode = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;
type Entries = Readonly<Record<string, SchemaNode>>;
type StrictObjectNode = v.StrictObjectSchema<Entries, undefined>;
type ObjectNode = StrictObjectNode | v.ObjectSchema<Entries, undefined>;
export type VariantNode = v.VariantSchema<string, StrictObjectNode[], undefined>;
type ArrayNode = v.ArraySchema<SchemaNode, undefined>;
type OptionalNode = v.OptionalSchema<SchemaNode, unknown>;

export const isObjectNode = (node: SchemaNode): node is ObjectNode => node.type === 'strict_object' || node.type === 'object';
export const isVariantNode = (node: SchemaNode): node is VariantNode => node.type === 'variant';
export const isArrayNode = (node: SchemaNode): node is ArrayNode => node.type === 'array';
export const isOptionalNode = (node: SchemaNode): node is OptionalNode => node.type === 'optional';

export function allowedFor(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return numberText(parameter.min, parameter.max, parameter.integer, parameter.unit);
    case 'choice':
      return choices(parameter.options.map((option) => option.value));
    case 'switch':
      return 'true or false';
  }
}

/** @param path where the node stands, for the unit of a number. */
export function allowedAt(node: SchemaNode, path: string): string {
  if (isOptionalNode(node)) return allowedAt(node.wrapped, path);
  if (isObjectNode(node)) return 'an object';
  if (isVariantNode(node)) return `an object with ${JSON.stringify(node.key)}: ${choices(discriminants(node))}`;
  if (isArrayNode(node)) return `a list${boundsText(node)}`;
  switch (node.type) {
    case 'number':
      return numberText(requirement(node, 'min_value'), requirement(node, 'max_value'), has(node, 'integer'), unitAt(path));
    case 'string':
      return `a text${boundsText(node, ' characters')}${formText(node)}`;
    case 'boolean':
      return 'true or false';
    case 'literal':
      return JSON.stringify((node as v.LiteralSchema<string, undefined>).literal);
    case 'picklist':
      return choices((node as v.PicklistSchema<readonly string[], undefined>).options);
    case 'record':
      return 'an object of texts';
    case 'union':
      return (node as v.UnionSchema<SchemaNode[], undefined>).options.map((option) => allowedAt(option, path)).join(', or ');
    default:
      return node.expects;
  }
}

/** The values that the key of a variant may have. */
export function discriminants(node: VariantNode): readonly string[] {
  return node.options.map((option) => discriminant(node, option));
}

export function discriminant(node: VariantNode, option: StrictObjectNode): string {
  const entry = option.entries[node.key] as SchemaNode;
  return ((isOptionalNode(entry) ? entry.wrapped : entry) as v.LiteralSchema<string, undefined>).literal;
}

function numberText(min: number | undefined, max: number | undefined, integer: boolean, unit: string | undefined): string {
  const range = min === undefined || max === undefined ? '' : ` from ${String(min)} to ${String(max)}`;
  return `a ${integer ? 'whole ' : ''}number${range}${unit === undefined ? '' : ` (${unit})`}`;
}

function boundsText(node: SchemaNode, unit = ''): string {
  const min = requirement(node, 'min_length');
  const max = requirement(node, 'max_length');
  if (min !== undefined && max !== undefined) return ` of ${String(min)} to ${String(max)}${unit}`;
  if (min !== undefined) return ` of at least ${String(min)}${unit}`;
  return max === undefined ? '' : ` of at most ${String(max)}${unit}`;
}

/** The form that a regular expression demands, in the words that stand beside it in the schema. */
function formText(node: SchemaNode): string {
  const message = actions(node).find((item) => item.type === 'regex')?.message;
  return typeof message === 'string' ? ` of ${message}` : '';
}

/** The table knows the unit of a parameter; other numbers carry it at the end of their names. */
function unitAt(path: string): string | undefined {
  const parameter = parameterAt(path);
  if (parameter !== undefined) return parameter.kind === 'number' ? parameter.unit : undefined;
  if (path.endsWith('Ms')) return 'ms';
  return path.endsWith('S') ? 's' : undefined;
}

interface Action {
  readonly kind: string;
  readonly type: string;
  readonly requirement?: unknown;
  readonly message?: unknown;
}

/** The checks of a node; a pipe may begin with a pipe. */
function actions(node: SchemaNode & { readonly pipe?: readonly unknown[] }): readonly Action[] {
  const [first, ...rest] = (node.pipe ?? []) as readonly (SchemaNode & Action)[];
  return first === undefined ? [] : [...actions(first), ...rest];
}

function has(node: SchemaNode, action: string): boolean {
  return actions(node).some((item) => item.type === action);
}

function requirement(node: SchemaNode, action: string): number | undefined {
  const found = actions(node).find((item) => item.type === action)?.requirement;
  return typeof found === 'number' ? found : undefined;
}

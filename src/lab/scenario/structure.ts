/**
 * Holds a value against a schema and tells every fault at once. Valibot itself stops at the first unknown key of an
 * object and knows neither units nor what was meant, so it judges the leaves here and the walk is ours.
 */
import * as v from 'valibot';
import {
  allowedAt,
  discriminant,
  discriminants,
  isArrayNode,
  isObjectNode,
  isOptionalNode,
  isVariantNode,
  type SchemaNode,
  type VariantNode,
} from './allowed.ts';
import { indexPath, keyPath, quote, type Fault } from './fault.ts';
import { choices, didYouMean } from './suggest.ts';

/** Every fault of a value; none iff valibot accepts it. `undefined` stands for absent. */
export function structureFaults(node: SchemaNode, value: unknown, path = ''): readonly Fault[] {
  if (isOptionalNode(node)) return value === undefined ? [] : structureFaults(node.wrapped, value, path);
  if (isObjectNode(node)) {
    if (!isRecord(value)) return [mismatch(node, value, path)];
    const faults = entryFaults(node.entries, value, path);
    return node.type === 'object' ? faults : [...faults, ...strangerFaults(node.entries, value, path)];
  }
  if (isVariantNode(node)) return isRecord(value) ? variantFaults(node, value, path) : [mismatch(node, value, path)];
  if (isArrayNode(node) && Array.isArray(value)) {
    const inside = value.flatMap((item, index) => structureFaults(node.item, item, indexPath(path, index)));
    // With the items sound, what is left to complain about is the length.
    return inside.length > 0 || v.is(node, value) ? inside : [mismatch(node, value, path)];
  }
  return v.is(node, value) ? [] : [mismatch(node, value, path)];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The option that the value of a variant's key chooses. */
export function chosenOption(node: VariantNode, value: Readonly<Record<string, unknown>>) {
  const wanted = own(value, node.key);
  return node.options.find((option) => {
    const entry = option.entries[node.key] as SchemaNode;
    return v.is(entry, wanted);
  });
}

type Entries = Readonly<Record<string, SchemaNode>>;

function variantFaults(node: VariantNode, value: Readonly<Record<string, unknown>>, path: string): readonly Fault[] {
  const option = chosenOption(node, value);
  if (option === undefined) {
    const found = own(value, node.key);
    const names = discriminants(node);
    return [{ path: keyPath(path, node.key), found: quote(found), allowed: choices(names) + didYouMean(found, names) }];
  }
  const elsewhere = (key: string): string | undefined => {
    const homes = node.options.filter((other) => Object.hasOwn(other.entries, key)).map((other) => discriminant(node, other));
    return homes.length === 0 ? undefined : `only where ${JSON.stringify(node.key)} is ${choices(homes)}`;
  };
  return [...entryFaults(option.entries, value, path), ...strangerFaults(option.entries, value, path, elsewhere)];
}

function entryFaults(entries: Entries, value: Readonly<Record<string, unknown>>, path: string): readonly Fault[] {
  return Object.entries(entries).flatMap(([key, node]) => structureFaults(node, own(value, key), keyPath(path, key)));
}

/** @param elsewhere where else a key that does not belong here would belong. */
function strangerFaults(
  entries: Entries,
  value: Readonly<Record<string, unknown>>,
  path: string,
  elsewhere: (key: string) => string | undefined = () => undefined,
): readonly Fault[] {
  const names = Object.keys(entries);
  return Object.keys(value)
    .filter((key) => !Object.hasOwn(entries, key))
    .map((key) => ({
      path: keyPath(path, key),
      found: 'an unknown key',
      allowed: elsewhere(key) ?? `the keys ${choices(names)}${didYouMean(key, names)}`,
    }));
}

/** An inherited `constructor` or `__proto__` is not something that a person wrote. */
export function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function mismatch(node: SchemaNode, value: unknown, path: string): Fault {
  const options = node.type === 'picklist' ? (node as v.PicklistSchema<readonly string[], undefined>).options : [];
  return { path, found: quote(value), allowed: allowedAt(node, path) + didYouMean(value, options) };
}

/**
 * The scenario as a JSON Schema document, for editors that complete and check while a person types. Apart from the other
 * files of this folder, because the page has no use for the package that it needs.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { parameterAt, parameterName, type Parameter } from './parameters.ts';
import { scenarioSchema } from './schema.ts';
import { isRecord } from './structure.ts';

type Document = Readonly<Record<string, unknown>>;

/** JSON Schema (draft 2020-12) of what a person may write, with the title, the unit and the help of every parameter. */
export function scenarioJsonSchema(): Document {
  // JSON knows no number that is not finite, so nothing is lost with that check.
  const converted = toJsonSchema(scenarioSchema, { target: 'draft-2020-12', typeMode: 'input', ignoreActions: ['finite'] });
  const { $schema, ...rest } = annotated(converted as Document, '');
  return { $schema, title: 'A scenario of The Chorus Lab', ...rest };
}

/** Walks along properties and choices; a property stands at the path of its parameter. */
function annotated(node: Document, path: string): Document {
  const parameter = parameterAt(path);
  const inside = Object.entries(node).map(([key, value]): [string, unknown] => {
    if (key === 'properties' && isRecord(value)) {
      const properties = Object.entries(value).map(([name, property]): [string, unknown] => {
        return [name, isRecord(property) ? annotated(property, path === '' ? name : `${path}.${name}`) : property];
      });
      return [key, Object.fromEntries(properties)];
    }
    if ((key !== 'anyOf' && key !== 'oneOf') || !Array.isArray(value)) return [key, value];
    const options: readonly unknown[] = value;
    return [key, options.map((option) => (isRecord(option) ? annotated(option, path) : option))];
  });
  return { ...(parameter === undefined ? {} : annotation(parameter)), ...Object.fromEntries(inside) };
}

function annotation(parameter: Parameter): Document {
  const unit = parameter.kind === 'number' ? parameter.unit : undefined;
  const options = parameter.kind === 'choice' ? parameter.options.map((option) => `${option.value}: ${option.help}`) : [];
  const description = [parameter.help, ...options].join('\n');
  return { title: parameterName(parameter), description, ...(unit === undefined ? {} : { unit }) };
}

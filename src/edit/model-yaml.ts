// A model as YAML text: what `model import` writes. The same model gives the same text, whoever writes it and when.
import { Document, isMap, isScalar, visit } from 'yaml';
import type { Model } from '../model/model.ts';

/** Column at which running text is folded. */
const WIDTH = 120;

/**
 * YAML text of a model; reading it gives the same model back. `schema` is what an editor checks the file against,
 * as a path from the file or an address; null leaves the line out.
 */
export const writeModelYaml = (model: Model, schema: string | null = null): string => {
  const document = new Document(withoutEmptyLists(model));
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'revision' && isScalar(value)) value.type = 'QUOTE_DOUBLE';
      const short = isScalar(key) && SHORT.has(String(key.value));
      if (short && isMap(value)) value.flow = true;
    },
  });
  const text = document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
  return schema === null ? text : `# yaml-language-server: $schema=${schema}\n${text}`;
};

/** Mappings that fit on one line. Days are quoted for readers that would make a point in time of them. */
const SHORT: ReadonlySet<string> = new Set(['provider', 'raci']);

/** Lists that may be missing are left out when they are empty. */
const withoutEmptyLists = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, member]) => key === 'areas' || !isEmptyList(member));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutEmptyLists(member)]));
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

// Values of a model that take more than words, written by the package `yaml`: quoted, escaped, in blocks.
import { Document, isMap, isScalar, visit } from 'yaml';
import { type Hard, SHORT } from './model-lines.ts';
import { WIDTH } from './plain-text.ts';

/** Where a value is folded depends on how deep it stands, so it is written that deep and what is above it is taken away. */
export const hardLines: Hard = (key, value, indent) => {
  const depth = indent / 2;
  let nested: unknown = { [key]: value };
  for (let level = 0; level < depth; level += 1) nested = { a: nested };
  return textOf(nested).replace(/\n$/, '').split('\n').slice(depth);
};

const textOf = (value: unknown): string => {
  const document = new Document(value);
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'revision' && isScalar(value)) value.type = 'QUOTE_DOUBLE';
      const short = isScalar(key) && SHORT.has(String(key.value));
      if (short && isMap(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
};

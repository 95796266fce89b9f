// Reads what the writer wrote as a browser's parser would: elements, attributes and text.
import { parseDocument } from 'htmlparser2';

type Parsed = ReturnType<typeof parseDocument>['children'][number];
export type Read = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Read | string)[];
};

export const readHtml = (html: string): Read => {
  const root = parseDocument(html)
    .children.flatMap(read)
    .find((one) => typeof one !== 'string');
  if (root === undefined || typeof root === 'string') throw new Error('no element');
  return root;
};

const read = (node: Parsed): readonly (Read | string)[] => {
  if (node.type === 'text') return [node.data];
  if (!('name' in node) || !('attribs' in node)) return [];
  return [{ tag: node.name, attributes: node.attribs, children: node.children.flatMap(read) }];
};

/** Every element below, in order. */
export const elementsOf = (root: Read): readonly Read[] =>
  root.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]));

export const first = (html: string, tag: string): Read => {
  const root = readHtml(html);
  const found = [root, ...elementsOf(root)].find((one) => one.tag === tag);
  if (found === undefined) throw new Error(`no ${tag}`);
  return found;
};

export const textOf = (root: Read): string =>
  root.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export const styleSheet = (html: string): string => textOf(first(html, 'style'));

/** The declarations of an element's classes. */
export const lookOf = (html: string, element: Read): string =>
  (element.attributes.class ?? '')
    .split(' ')
    .map(
      (name) =>
        styleSheet(html)
          .split('\n')
          .find((line) => line.startsWith(`.${name}{`)) ?? '',
    )
    .join(' ');

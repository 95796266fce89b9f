// What a template says of its document as a whole: language, title and metadata, from <html> and <head>.
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, elementsOf, type MarkupElement, spotOf, textOf } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';

export type Head = {
  readonly language: string;
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  /** Every `<meta name content>` as written. */
  readonly meta: ReadonlyMap<string, string>;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Language and title are asked for: a reader's voice and a window's title need them. */
export const readHead = (root: MarkupElement, report: (diagnostic: Diagnostic) => void): Head => {
  const [head, body] = ['head', 'body'].map(
    (tag) => elementsOf(root).find((element) => element.tag === tag) ?? null,
  );
  const inHead = head == null ? [] : elementsOf(head);
  const title =
    inHead
      .filter(({ tag }) => tag === 'title')
      .map(textOf)
      .map(oneLine)[0] ?? '';
  const language = attributeOf(root, 'lang') ?? '';
  if (language === '')
    report(errorAt(spotOf(root), 'markup-attribute', '<html> has no `lang`.', 'Write <html lang="en">.'));
  if (title === '')
    report(
      errorAt(
        spotOf(head ?? root),
        'markup-structure',
        'The document has no title.',
        'Write <head><title>…</title></head>.',
      ),
    );
  if (body == null)
    report(errorAt(spotOf(root), 'markup-structure', 'The document has no <body>.', 'Write <body>…</body>.'));
  const meta = readMeta(inHead, report);
  const keywords = (meta.get('keywords') ?? '')
    .split(',')
    .map(oneLine)
    .filter((word) => word !== '');
  return {
    language,
    title,
    subject: meta.get('subject') ?? '',
    author: meta.get('author') ?? '',
    keywords,
    meta,
  };
};

const readMeta = (
  elements: readonly MarkupElement[],
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, string> => {
  const meta = new Map<string, string>();
  for (const element of elements.filter(({ tag }) => tag === 'meta')) {
    const [name, content] = [attributeOf(element, 'name'), attributeOf(element, 'content')];
    if (name === null || content === null) continue; // refused by the parser
    if (meta.has(name))
      report(errorAt(spotOf(element), 'markup-structure', `\`${name}\` is given twice.`, 'Keep one.'));
    else meta.set(name, oneLine(content));
  }
  return meta;
};

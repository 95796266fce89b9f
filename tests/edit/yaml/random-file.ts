// Random YAML files in the layouts that people use, with comments that can be told apart, and where each pair's lines begin and end.
import fc from 'fast-check';

export type Tree = string | null | readonly string[] | { readonly [key: string]: Tree };

type Text = { readonly kind: 'text'; readonly style: string; readonly words: readonly string[] };
type List = { readonly kind: 'list'; readonly style: string; readonly items: readonly Text[] };
type Node = Text | List | Map | { readonly kind: 'nothing' };
type Entry = {
  readonly key: string;
  readonly quoted: boolean;
  readonly above: number;
  readonly behind: boolean;
  readonly gap: boolean;
  readonly value: Node;
};
type Map = {
  readonly kind: 'map';
  readonly style: string;
  readonly entries: readonly Entry[];
  readonly dangling: boolean;
};

const KEYS = ['status', 'owner', 'IOM-01-C1', 'evidence', 'a b', 'x'] as const;
const WORDS = ['lead', "it's", 'a#b', 'http://x', '2026-10-09', '0x1F', 'yes', 'é', '😀'] as const;

const text: fc.Arbitrary<Text> = fc.record({
  kind: fc.constant('text' as const),
  style: fc.constantFrom('plain', 'plain', 'lines', 'single', 'double', 'folded', 'literal', 'kept', 'below'),
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
});
const list: fc.Arbitrary<List> = fc.record({
  kind: fc.constant('list' as const),
  style: fc.constantFrom('flow', 'padded', 'broken', 'block', 'level'),
  items: fc.array(text, { maxLength: 3 }),
});
const entries = (value: fc.Arbitrary<Node>, least: number): fc.Arbitrary<Entry[]> =>
  fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...KEYS),
      quoted: fc.boolean(),
      above: fc.nat(2),
      behind: fc.boolean(),
      gap: fc.boolean(),
      value,
    }),
    { selector: ({ key }) => key, minLength: least, maxLength: 4 },
  );
const map = (value: fc.Arbitrary<Node>, styles: readonly string[], least = 0): fc.Arbitrary<Map> =>
  fc.record({
    kind: fc.constant('map' as const),
    style: fc.constantFrom(...styles),
    entries: entries(value, least),
    dangling: fc.boolean(),
  });
const nothing = fc.constant({ kind: 'nothing' as const });
const leaf = fc.oneof(text, list, nothing);
const FLOWS = ['flow', 'broken'];
const flow = map(fc.oneof(leaf, map(leaf, FLOWS)), FLOWS);
const inner = map(fc.oneof(leaf, flow), ['block', 'block', 'flow', 'broken']);
const root = map(fc.oneof(leaf, flow, inner, map(fc.oneof(leaf, inner), ['block'])), ['block'], 1);

/** Lines of a pair, from its key to its last line and the comments within it; `end` is the first line that is not its own. */
export type Lines = { readonly path: readonly string[]; readonly start: number; readonly end: number };
export type RandomFile = { readonly text: string; readonly pairs: readonly Lines[] };

export const randomFile: fc.Arbitrary<RandomFile> = fc
  .record({
    root,
    step: fc.constantFrom(1, 2, 4),
    crlf: fc.boolean(),
    endless: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ root: tree, step, crlf, endless, mark }) => {
    const pen: Pen = { step, lines: ['# head'], pairs: [], comments: 0 };
    writeBlock(pen, tree, 0, []);
    const end = crlf ? '\r\n' : '\n';
    const whole = `${mark ? '\ufeff' : ''}${pen.lines.join(end)}`;
    return { text: endless ? whole : whole + end, pairs: pen.pairs };
  });

type Pen = { readonly step: number; readonly lines: string[]; readonly pairs: Lines[]; comments: number };

const comment = (pen: Pen): string => {
  pen.comments += 1;
  return `# c${pen.comments};`;
};

const writeBlock = (pen: Pen, { entries, dangling }: Map, indent: number, path: readonly string[]): void => {
  const margin = ' '.repeat(indent);
  for (const entry of entries) {
    for (let left = entry.above; left > 0; left -= 1) pen.lines.push(margin + comment(pen));
    const start = pen.lines.length;
    const below = [...path, entry.key];
    writeEntry(pen, entry, indent, below);
    pen.pairs.push({ path: below, start, end: pen.lines.length });
    if (entry.gap) pen.lines.push('');
  }
  if (dangling && indent > 0 && pen.lines.at(-1) !== '') pen.lines.push(margin + comment(pen));
};

const writeEntry = (pen: Pen, entry: Entry, indent: number, path: readonly string[]): void => {
  const { value, quoted, behind } = entry;
  const key = `${' '.repeat(indent)}${quoted ? JSON.stringify(entry.key) : entry.key}:`;
  const end = (): string => (behind ? ` ${comment(pen)}` : '');
  const inside = ' '.repeat(indent + pen.step);
  if (value.kind === 'nothing') {
    pen.lines.push(key + end());
    if (entry.above > 1) pen.lines.push(inside + comment(pen));
  } else if (value.kind === 'map' && value.style === 'block' && value.entries.length > 0) {
    pen.lines.push(key + end());
    writeBlock(pen, value, indent + pen.step, path);
  } else if (value.kind === 'list' && /block|level/.test(value.style) && value.items.length > 0) {
    const margin = value.style === 'level' ? ' '.repeat(indent) : inside;
    pen.lines.push(key + end());
    for (const item of value.items) {
      if (item.words.length > 2) pen.lines.push(margin + comment(pen));
      pen.lines.push(...scalar(item, `${margin}-`, `${margin}  `, end()));
    }
  } else if (value.kind === 'text') pen.lines.push(...scalar(value, key, inside, end()));
  else pen.lines.push(...`${key} ${brackets(pen, value, inside)}${end()}`.split('\n'));
};

const scalar = ({ style, words }: Text, key: string, inside: string, end: string): readonly string[] => {
  const line = words.join(' ');
  const body = words.map((word) => inside + word);
  if (style === 'folded') return [`${key} >-${end}`, ...body];
  if (style === 'literal') return [`${key} |${end}`, ...body];
  if (style === 'kept') return [`${key} |+${end}`, ...body];
  if (style === 'below' && !key.endsWith('-')) return [key, `${inside}${JSON.stringify(line)}${end}`];
  if (style === 'lines' && end === '') return [`${key} ${words[0]}`, ...body.slice(1)];
  if (style === 'single') return [`${key} '${line.replaceAll("'", "''")}'${end}`];
  const plain = style === 'plain' && (end === '' || words.length === 1);
  return [`${key} ${plain ? line : JSON.stringify(line)}${end}`];
};

const brackets = (pen: Pen, value: Node, inside: string): string => {
  if (value.kind === 'nothing') return '';
  if (value.kind === 'text')
    return value.style === 'plain' ? value.words.join(' ') : JSON.stringify(value.words.join(' '));
  const members =
    value.kind === 'list'
      ? value.items.map((item) => brackets(pen, item, inside))
      : value.entries.map(({ key, value: member }) => `${key}: ${brackets(pen, member, inside)}`.trimEnd());
  const [open, close] = value.kind === 'list' ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return open + close;
  if (value.style !== 'broken') {
    const pad = value.kind === 'map' || value.style === 'padded' ? ' ' : '';
    return `${open}${pad}${members.join(', ')}${pad}${close}`;
  }
  const lines = members.map((member, index) => {
    const comma = index < members.length - 1 || members.length > 2 ? ',' : '';
    return `${inside}${member}${comma}${comma === '' ? '' : ` ${comment(pen)}`}`;
  });
  return `${open}\n${lines.join('\n')}\n${inside}${close}`;
};

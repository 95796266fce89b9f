// Attribute lists of Markdown pages: `{: #id .class caption="…"}`, and the ids that headings carry.

export type Attributes = {
  readonly id: string | null;
  readonly caption: string | null;
  readonly isNote: boolean;
};

const NOTE =
  /[:.\s](?:note|tip|important|attention|restriction|requirement|remember|caution|warning|danger)\b/;

/** An id that a list gives together with a caption or a summary is a table's. */
export const attributesIn = (line: string): Attributes => {
  const caption = valueIn(line, 'caption');
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '');
  const isTable = /\b(?:caption|summary)=/.test(bare);
  const id = /#([^\s{}"]+)/.exec(bare)?.[1] ?? valueIn(line, 'id');
  return { id: isTable ? null : id, caption, isNote: NOTE.test(bare) };
};

const valueIn = (line: string, name: string): string | null => {
  const match = new RegExp(`[\\s{:]${name}=(?:"([^"]*)"|'([^']*)')`).exec(line);
  return match?.[1] ?? match?.[2] ?? null;
};

export type NamedText = { readonly text: string; readonly anchor: string | null };

/** A heading's text without the attribute list behind it and the anchors in it, and its id. */
export const namedText = (written: string): NamedText => {
  const list = trailingList(written);
  const text = list === null ? written : written.slice(0, -list.length);
  const anchor = list === null ? null : idIn(list);
  return { text: text.trim(), anchor: anchor ?? anchorIn(text) };
};

/** From the last brace that opens a list; ids may have variables in them, which have braces, too. */
const trailingList = (written: string): string | null => {
  if (!written.endsWith('}')) return null;
  for (const mark of ['{: ', '{:#', '{#', '{ #', '{id=', '{.', '{:']) {
    const at = written.lastIndexOf(mark);
    if (
      at > 0 &&
      !written
        .slice(at)
        .slice(1, -1)
        .replace(/\{\{[^{}]*\}\}/g, '')
        .includes('}')
    )
      return written.slice(at);
  }
  return null;
};

const idIn = (list: string): string | null => {
  const found = /#([^\s}]+)/.exec(list)?.[1] ?? valueIn(list, 'id');
  return found === null ? null : withoutVariables(found);
};

/** `name_{{ context }}` is the id of a part that several pages take in; its name is the same in all. */
const withoutVariables = (id: string): string | null => id.replace(/[_-]?\{+[^{}]*\}*/g, '').trim() || null;

const anchorIn = (text: string): string | null =>
  /<a\s(?:[^<>]*\s)?(?:id|name)\s*=\s*["']?([^"'\s<>]+)/i.exec(text)?.[1] ?? null;

// Running text of AsciiDoc pages in the markup that the rest of the program takes off: links, cross-references, quoted signs.

const MACROS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:xref|link|mailto):([^\s[\]]*)\[([^[\]]*)\]/g, '[$2]($1)'],
  [/\b(https?:\/\/[^\s[\]<>]+)\[([^[\]]+)\]/g, '[$2]($1)'],
  [/<<[^<>,]*,\s*([^<>]+)>>/g, '$1'],
  [/<<([^<>,]+)>>/g, '$1'],
  [/\b(?:kbd|btn|menu|pass|footnote|image|icon):{1,2}[^\s[\]]*\[([^[\]]*)\]/g, '$1'],
  [/(?<![\w+])\+([^+\s](?:[^+]*[^+\s])?)\+(?![\w+])/g, '$1'],
  [/\[(?:\.|role=)[^[\]]*\]#([^#]+)#/g, '$1'],
];

/** Brackets behind the text of a link may hold `window=_blank` and marks like it. */
const OPTIONS = /\^?(?:,\s*(?:window|role|opts)=[^\],]*)+(?=\])|\^(?=\]\()/g;

export const inlineText = (text: string): string => {
  if (!/[[<+]/.test(text)) return text;
  let shown = text;
  for (const [pattern, replacement] of MACROS) shown = shown.replace(pattern, replacement);
  return shown.replace(OPTIONS, '');
};

// Text as HTML: what a browser's parser would take for markup, change or drop becomes a character reference or a stand-in.

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser reads a carriage return as a line feed, unless it is written so.
  '\r': '&#13;',
};

/** Safe between tags and inside a quoted attribute. Control characters that HTML cannot hold become U+FFFD, lone surrogates too. */
export const htmlText = (text: string): string =>
  text.toWellFormed().replace(/[&<>"'\r]|(?![\t\n])\p{Cc}/gu, (character) => REFERENCES[character] ?? '�');

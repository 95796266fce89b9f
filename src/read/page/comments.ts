// Comments taken out of a page, before anything else is made of it.

/** Keeps the line ends, so that lines stay where they are. A comment that is never closed is text. */
export const withoutComments = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    kept.push(text.slice(from, open), text.slice(open, close).replace(/[^\n]+/g, ''));
    from = close + 3;
  }
  return from === 0 ? text : [...kept, text.slice(from)].join('');
};

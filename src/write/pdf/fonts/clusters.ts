// Where one letter as people see it ends and the next begins: a letter with its marks is one.

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The grapheme clusters of a text, in order. */
export const clustersOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), (cluster) => cluster.segment);

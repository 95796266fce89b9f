// How the parts of the workbook reader say no; `readXlsx` turns it into the Failure that callers see.

/** `sentence` and `hint` are whole sentences. */
export class XlsxRefused extends Error {
  readonly sentence: string;
  readonly hint: string;

  constructor(sentence: string, hint: string = BROKEN) {
    super(sentence);
    this.name = 'XlsxRefused';
    this.sentence = sentence;
    this.hint = hint;
  }
}

/** For files that no spreadsheet program writes. */
const BROKEN = 'Open it in a spreadsheet program, save it as .xlsx under another name, and use that file.';

/** Words from the file, so that a sentence shows where they begin and end, and stays short. */
export const quoted = (text: string): string => JSON.stringify(text.slice(0, 100));

// The script of interactive tables as a module of the program. It is a constant, because a bundler moves and shortens code
// but leaves texts alone, and because the writer reads no files; it is a raw text, so that both files can be compared line by line.

/** What would end the text or the script element, or could come out as other bytes. */
const UNFIT = /[`\r]|\$\{|<\/script|<!--|[^\n -~]/i;

/** Throws when the script cannot stand in a raw text and in a page as it is. */
export const tableScriptModule = (script) => {
  const unfit = UNFIT.exec(script);
  if (unfit !== null) {
    const line = script.slice(0, unfit.index).split('\n').length;
    throw new Error(
      `browser/interactive-tables.mjs:${line} holds ${JSON.stringify(unfit[0])}, which it must not.`,
    );
  }
  return `${HEAD}export const TABLE_SCRIPT = String.raw\`\n${script}\`;\n`;
};

const HEAD = `// Made from browser/interactive-tables.mjs by \`npm run browser-script\`; change it there. A page that has an interactive table
// carries this text, and its policy lets a browser run just this.

/** As it stands between the tags of the script element. */
`;

// Reads a Containerfile: its stages, each with its instructions in order. What it has and this does not know is an error.

const KNOWN = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'LABEL', 'ENV', 'USER', 'ENTRYPOINT', 'CMD'];

/** Stages in order: `name` (null for the last, usually), `base`, and `steps` of `{ word, rest }`. */
export const readContainerfile = (text) => {
  const stages = [];
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n');
  for (const line of lines.filter((one) => one.trim() !== '')) {
    const [, word, rest] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    if (!KNOWN.includes(word))
      throw new Error(`The Containerfile has a line that this cannot perform: ${line}`);
    if (word === 'FROM') {
      const [base, , name] = rest.split(/\s+/);
      stages.push({ name: name ?? null, base, steps: [] });
    } else stages.at(-1).steps.push({ word, rest });
  }
  return stages;
};

/** `COPY [--from=STAGE] SOURCE… TARGET` */
export const copyOf = (rest) => {
  const words = rest.split(/\s+/);
  const from = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : null;
  return { from, sources: words.slice(0, -1), target: words.at(-1) };
};

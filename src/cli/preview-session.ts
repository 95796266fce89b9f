// One preview from its start to its end: rendered, served, and rendered again whenever a file that went into it changes.
import { type Edition, nextEdition, previewReport } from '../index.ts';
import { type Diagnostic, Failure } from '../problem.ts';
import type { Args } from './contract.ts';
import { judgeFile } from './judging.ts';
import { neutral } from './neutral.ts';
import { paperOption } from './option-values.ts';
import { problemOf, problemsOf } from './preview-problems.ts';
import { failureLines } from './problem-text.ts';
import type { Terminal } from './terminal.ts';
import type { FileWatch, Preview, World } from './world.ts';

export type Rendered = {
  readonly title: string;
  readonly html: string;
  readonly warnings: readonly Diagnostic[];
};

/** Judges and renders the attestation at `path`, as `build` does where there is no final pack yet; nothing is written. */
export const renderPreview = async (
  path: string,
  args: Args,
  world: World,
  terminal: Terminal,
): Promise<Rendered> => {
  const paper = paperOption(args);
  const judged = await judgeFile(path, args, world, terminal);
  const making = {
    edition: editionOf(judged.evaluation.approvals.complete),
    tool: world.tool,
    asOfFrom: judged.asOf.from,
    template: await world.template(args.text('template')),
    language: args.text('lang') ?? 'en',
    paper,
  };
  const { report, html } = await previewReport(judged, making, world.drawer(args.text('template')).html);
  const title = neutral(`${report.team.name}, ${report.system.name}, ${report.period.label}`);
  return { title, html, warnings: judged.warnings };
};

const editionOf = (complete: boolean): Edition => nextEdition({ complete, finals: [], amend: null });

/** Ends when the program is interrupted. Throws what no change of a file can mend: a wrong option, an attestation that is not there. */
export const previewUntilInterrupted = async (
  path: string,
  port: number | null,
  args: Args,
  world: World,
  terminal: Terminal,
): Promise<void> => {
  const watch = await world.watchFiles();
  try {
    await previewWhile(watch, path, port, args, watchedWorld(world, watch), terminal);
  } finally {
    watch.close();
  }
  terminal.say([{ text: 'The preview has ended; nothing was written.' }]);
};

const previewWhile = async (
  watch: FileWatch,
  path: string,
  port: number | null,
  args: Args,
  world: World,
  terminal: Terminal,
): Promise<void> => {
  const first = await attempt(path, args, world, terminal, null);
  const server = await world.servePreview(port, first);
  terminal.say(welcome(path, server.address));
  terminal.document({ attestation: path, address: server.address });
  let shown = first;
  try {
    for (;;) {
      const changed = await Promise.race([watch.changed(), world.interrupted]);
      if (changed === undefined) return;
      terminal.say([{ text: neutral(`${changed.join(', ')} changed`), tone: 'faint' }]);
      shown = await attempt(path, args, world, terminal, shown);
      server.show(shown);
    }
  } finally {
    await server.close();
  }
};

const welcome = (path: string, address: string): readonly { readonly text: string }[] => [
  { text: neutral(`Preview of ${path}: ${address}`) },
  {
    text: 'It follows every change of the template and of the files that go into the report. Ctrl-C ends it.',
  },
];

/** Every file is watched from before it is read, so that no change falls between reading and watching. */
const watchedWorld = (world: World, watch: FileWatch): World => ({
  ...world,
  shelf: {
    ...world.shelf,
    read: async (path) => {
      await watch.file(path);
      return world.shelf.read(path);
    },
    list: async (folder) => {
      await watch.names(folder);
      return world.shelf.list(folder);
    },
    facts: async (path, files) => {
      for (const file of Object.values(files)) await watch.file(world.shelf.beside(path, file));
      return world.shelf.facts(path, files);
    },
  },
  template: async (folder) => {
    if (folder !== null) await watch.tree(folder);
    return world.template(folder);
  },
});

/** What goes wrong is shown above the last report that could be rendered, and on the terminal. */
const attempt = async (
  path: string,
  args: Args,
  world: World,
  terminal: Terminal,
  before: Preview | null,
): Promise<Preview> => {
  try {
    const { title, html, warnings } = await renderPreview(path, args, world, terminal);
    return { title, source: path, html, stale: false, problems: warnings.map(problemOf) };
  } catch (error) {
    if (before === null && isBeyondMending(error)) throw error;
    // Whoever ends the preview while it renders is not told that rendering ended.
    if (before !== null && isInterrupted(error)) return before;
    terminal.complain(failureLines(error));
    const last = before ?? { title: 'Preview', source: path, html: null };
    return { ...last, stale: true, problems: problemsOf(error) };
  }
};

const isBeyondMending = (error: unknown): boolean =>
  isInterrupted(error) || (error instanceof Failure && ['usage', 'input-missing'].includes(error.code));

const isInterrupted = (error: unknown): boolean => error instanceof Failure && error.code === 'interrupted';

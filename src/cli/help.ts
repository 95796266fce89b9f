// The help: all of it made from the list of commands, so that it cannot say what they do not do.
import type { Command, Option } from './contract.ts';
import { EVERYWHERE } from './options.ts';
import type { Line } from './terminal.ts';
import { wrap } from './wrap.ts';

const NAME = 'countersign';

/** The tour: every command in the order in which they are used, each with an example on the same team and period. */
export const tour = (commands: readonly Command[]): readonly Line[] => [
  ...said(
    "Countersign turns a cloud provider's shared-responsibility page and your team's own answers into an audit pack: a PDF an auditor files and a workbook an auditor works in. Everything runs offline, on files.",
    0,
  ),
  blank,
  heading('Usage'),
  { text: `  ${NAME} COMMAND [OPTIONS]        ${NAME} COMMAND --help says more about each` },
  blank,
  heading("From a provider's page to a pack"),
  ...commands.flatMap((command, index) => [
    { text: `  ${String(index + 1).padStart(2)}  ${command.name} ${command.operands}` },
    ...said(command.says, 6),
    { text: `        ${NAME} ${command.example}`, tone: 'faint' as const },
  ]),
  blank,
  heading('Everywhere'),
  ...optionLines(EVERYWHERE),
  blank,
  heading('Exit codes'),
  ...EXIT_CODES.map((text) => ({ text: `  ${text}` })),
];

const EXIT_CODES: readonly string[] = [
  '0  done',
  '1  check: findings at or above fail-at (build: only with --fail-at); verify: verification failed,',
  '   or a copy differs; form apply: cells that could not be taken; model diff: material changes',
  '2  something in the command line or in an input is wrong',
  '3  a mistake of ours: please report it',
  '4  the environment (disk, permissions, timestamp server): worth another try',
  '130, 143  interrupted; nothing is half-written',
  'Of many files the worst counts, in the order 3, 4, 2, 1.',
];

/** All about one command. */
export const helpOn = (command: Command): readonly Line[] => [
  { text: `${NAME} ${command.name} ${command.operands} [OPTIONS]`, tone: 'heading' },
  blank,
  ...[command.says, ...command.more].flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [blank]),
    ...said(paragraph, 2),
  ]),
  blank,
  heading('Options'),
  ...optionLines([...command.options, ...EVERYWHERE]),
  blank,
  heading('Example'),
  { text: `  ${NAME} ${command.example}` },
];

const blank: Line = { text: '' };
const heading = (text: string): Line => ({ text, tone: 'heading' });
const said = (text: string, indent: number): readonly Line[] =>
  wrap(text, indent).map((line) => ({ text: line }));

const optionLines = (options: readonly Option[]): readonly Line[] => {
  const width = Math.max(...options.map((option) => spelled(option).length));
  return options.flatMap((option) => {
    const lines = wrap(option.says, width + 4);
    return lines.map((line, index) => ({
      text: index === 0 ? `  ${spelled(option).padEnd(width)}${line.slice(width + 2)}` : line,
    }));
  });
};

const spelled = (option: Option): string => {
  if (option.kind === 'flag') return `--${option.name}`;
  return `${option.short === undefined ? '' : `-${option.short}, `}--${option.name} ${option.takes}`;
};

// What is owed as a table for spreadsheets and mail merges: one line for each thing.
import { csvLine } from './csv.ts';
import type { OwedFile, UnreadFile } from './owed-file.ts';
import { recordWords } from './status-words.ts';
import type { Line } from './terminal.ts';

const COLUMNS = ['team', 'system', 'period', 'owner', 'area', 'duty', 'text', 'what', 'since'] as const;

/** Files that cannot be read come last, with their path and the reason as text. */
export const statusCsv = (owed: readonly OwedFile[], unread: readonly UnreadFile[]): readonly Line[] =>
  [
    [...COLUMNS],
    ...owed.flatMap(({ team, system, period, items }) =>
      items.map((item) => [
        team.id,
        system.id,
        period,
        item.owner?.name ?? '',
        item.area?.title ?? '',
        item.duty ?? '',
        item.text,
        recordWords(item),
        item.since ?? '',
      ]),
    ),
    ...unread.map(({ attestation, reason }) => [
      '',
      '',
      '',
      '',
      '',
      '',
      `${attestation}: ${reason}`,
      'cannot be read',
      '',
    ]),
  ].map((cells) => ({ text: csvLine(cells) }));

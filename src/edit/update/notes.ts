// Why an answer has to be looked at again, as comments above answers say it.
import type { Day } from '../../model/scalar.ts';
import type { DutyOutcome } from './outcomes.ts';

/** `key` is the key above which the note stands. Null where nothing has to be said. */
type ReasonNote = { readonly key: string; readonly text: string };

const reasonNote = (outcome: DutyOutcome, revision: Day): ReasonNote | null => {
  const page = `the page of ${revision}`;
  const { id } = outcome;
  switch (outcome.kind) {
    case 'editorial':
    case 'reworded':
      return null;
    case 're-opened': {
      const which = outcome.by === id ? '' : ` for ${id}`;
      return {
        key: outcome.by,
        text: `Re-opened${which} by ${page}: reworded. Before: "${outcome.before.text}"`,
      };
    }
    case 'opened':
      return openedNote(outcome, page);
    case 'dropped':
      return { key: id, text: droppedNote(outcome.to, page) };
  }
};

const droppedNote = (to: string | null, page: string): string => {
  const where =
    to === null
      ? `Dropped by ${page}: it has no such duty any more.`
      : `Moved by ${page}: it is ${isProviders(to) ? "the provider's now, " : ''}${to}${isProviders(to) ? '' : ' now'}.`;
  return `${where} What is answered here counts for nothing.`;
};

const isProviders = (id: string): boolean => /-P\d+$/.test(id);

export const reasonsFor = (key: string, outcomes: readonly DutyOutcome[], revision: Day): readonly string[] =>
  outcomes.flatMap((one) => {
    const note = reasonNote(one, revision);
    return note?.key === key ? [note.text] : [];
  });

const openedNote = (
  { id, from, before, under }: Extract<DutyOutcome, { kind: 'opened' }>,
  page: string,
): ReasonNote | null => {
  if (from === null && under === null) return null;
  const was = from === null ? '' : isProviders(from) ? `the provider's, ${from}` : from;
  const sentences = [
    ...(from === null ? [] : [`it was ${was}. Before: "${before?.text ?? ''}"`]),
    ...(under === null
      ? []
      : [
          `${under} was answered before this duty was there; lock with --replace to have that answer count for it.`,
        ]),
  ];
  return { key: id, text: `${from === null ? 'Opened' : 'Moved'} by ${page}: ${sentences.join(' ')}` };
};

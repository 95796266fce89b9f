// The comments at the head of a file that name its period and its schema: the only ones that go with what follows.
import type { PeriodSpan } from '../../model/period.ts';
import { titleLine } from '../new-attestation-notes.ts';

export type HeadChange = {
  readonly from: PeriodSpan;
  readonly to: PeriodSpan;
  /** The path of the schema as the new file names it. */
  readonly rebase: (path: string) => string;
};

/** The text with the line that `init` wrote saying the new period, and the schema of editors found from where the file lies now. */
export const withHead = (text: string, { from, to, rebase }: HeadChange): string => {
  const head = /^\ufeff?(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*/.exec(text)?.[0] ?? '';
  const renewed = head
    .replace(
      /^(\ufeff?#[ \t]*yaml-language-server:[ \t]*\$schema=)(\S+)/m,
      (whole, key: string, path: string) => (isRelative(path) ? `${key}${rebase(path)}` : whole),
    )
    .replace(titleLine(from), () => titleLine(to));
  return renewed + text.slice(head.length);
};

const isRelative = (path: string): boolean => !/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)/.test(path);

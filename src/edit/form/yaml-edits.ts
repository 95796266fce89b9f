// Changed records as edits of the attestation's file.
import type { YamlEdit } from '../yaml/wish.ts';
import { SHEETS_BY_KEY } from './fields.ts';
import type { RecordChange } from './merge.ts';
import { idsIn } from './spell.ts';

/** Field by field, in the order of the sheet's fields, so that a new record reads like one written by hand. */
export const editsOf = (changes: readonly RecordChange[]): readonly YamlEdit[] =>
  changes.flatMap(({ sheet, path, set }) =>
    SHEETS_BY_KEY[sheet].fields.flatMap(({ key, kind }): readonly YamlEdit[] => {
      const value = set[key];
      if (value === undefined) return [];
      const at = [...path, key];
      if (value === null) return [{ kind: 'remove', path: at }];
      return [{ kind: 'set', path: at, value: kind === 'evidence' ? idsIn(value) : value }];
    }),
  );

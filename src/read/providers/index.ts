// The dialects that pages are written in. A further one is a file beside this one and a line in the list; where two could read the same
// table, the one that asks for more of it stands first.
import { describedOwnership } from './described-ownership.ts';
import type { DialectReader } from './dialect.ts';
import { ownerColumn } from './owner-column.ts';
import { ownershipMatrix } from './ownership-matrix.ts';
import { partyLists } from './party-lists.ts';
import { partyTable } from './party-table.ts';
import { raciTable } from './raci-table.ts';
import { resourceTable } from './resource-table.ts';
import { sharedCell } from './shared-cell.ts';
import { topicBullets } from './topic-bullets.ts';

export const DIALECT_READERS: readonly DialectReader[] = [
  raciTable,
  ownershipMatrix,
  ownerColumn,
  sharedCell,
  resourceTable,
  describedOwnership,
  partyTable,
  partyLists,
  topicBullets,
];

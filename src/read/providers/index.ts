// The dialects that pages are written in. A further one is a file beside this one and a line in the list.
import type { Names } from '../../model/names.ts';
import type { Page } from '../page/page.ts';
import type { PageReader } from './page-reader.ts';
import { threeColumns } from './three-columns.ts';

export const PAGE_READERS: readonly PageReader[] = [threeColumns];

/** The first reader that finds its own dialect on the page; when none does, the first, which then tells what it leaves out. */
export const readerFor = (page: Page, names: Names): PageReader =>
  PAGE_READERS.find((reader) => reader.reads(page, names)) ?? threeColumns;

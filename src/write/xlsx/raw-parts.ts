// The parts of a workbook as exceljs makes them, without the zip that it would make of them and we would unpack at once.
import type { Workbook as ExcelWorkbook } from 'exceljs';
import { libraryChanged } from './library-changed.ts';

/** What exceljs's own writer does, in its order, but for the shared texts and for what no workbook of ours has. */
const STEPS = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addThemes',
  'addStyles',
  'addApp',
  'addCore',
  'addWorkbook',
];

/** The XML of each part by its path. */
export const rawParts = async (book: ExcelWorkbook): Promise<ReadonlyMap<string, string>> => {
  const parts = new Map<string, string>();
  const zip = {
    append: (xml: unknown, { name }: { readonly name: string }): void => {
      if (typeof xml !== 'string') throw libraryChanged(`texts: it makes something else of ${name}`);
      parts.set(name, xml);
    },
  };
  const { model } = book;
  await call(book, 'prepareModel', [model, {}]);
  for (const step of STEPS) await call(book, step, [zip, model]);
  return parts;
};

const call = async ({ xlsx }: ExcelWorkbook, name: string, values: readonly unknown[]): Promise<void> => {
  const method: unknown = Reflect.get(xlsx, name);
  if (typeof method !== 'function') throw libraryChanged(`steps: it has no ${name}`);
  await Reflect.apply(method, xlsx, values);
};

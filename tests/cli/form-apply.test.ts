// A form applied to a file on disk: written in one step, not at all in a dry run, and not over what somebody saved meanwhile.
import { readFileSync, writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { World } from '../../src/cli/world.ts';
import { countersign, inFolder } from './transcript.ts';

const PATH = 'pay.attestation.yaml';
const TEXT = `format: countersign/attestation@1
team: { id: pay, name: Payments }
system: { id: shop, name: Shop }
period: 2026-Q3
models: [{ id: ibm-code-engine, revision: "2025-12-02" }]
people: { lead: { name: Robin Example, role: Lead } }
duties:
  ibm-code-engine:
    IOM-01-C1: # ours
      status: planned
`;

const fillIn = async (status: string): Promise<void> => {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile('form.xlsx');
  const sheet = book.getWorksheet('Answers');
  const cells = sheet?.getRow(1).values;
  if (sheet === undefined || !Array.isArray(cells)) throw new Error('no answers');
  const row = sheet.getColumn(1).values.indexOf('ibm-code-engine/IOM-01-C1');
  sheet.getCell(row, cells.indexOf('Status')).value = status;
  await book.xlsx.writeFile('filled.xlsx');
};

const prepared = async (status: string): Promise<void> => {
  writeFileSync(PATH, TEXT);
  await countersign(['form', 'make', PATH, '-o', 'form.xlsx', '--quiet']);
  await fillIn(status);
};

test('what changed is written, and nothing in a dry run', () =>
  inFolder(async () => {
    await prepared('partial');
    const dry = await countersign(['form', 'apply', PATH, 'filled.xlsx', '--dry-run']);
    expect([dry.code, dry.output.at(-1)]).toEqual([0, `${PATH} would change; nothing was written.`]);
    expect(readFileSync(PATH, 'utf8')).toBe(TEXT);
    const { code, output } = await countersign(['form', 'apply', PATH, 'filled.xlsx']);
    expect([code, output[1]]).toEqual([0, `${PATH} was changed.`]);
    expect(readFileSync(PATH, 'utf8')).toBe(TEXT.replace('planned', 'partial'));
  }));

test('a rejection ends with 1, and is in the document', () =>
  inFolder(async () => {
    await prepared('fine');
    const { code, output } = await countersign(['form', 'apply', PATH, 'filled.xlsx', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(output.join('\n'))).toMatchObject({
      written: false,
      counts: { applied: 0, rejected: 1 },
      cells: [{ kind: 'rejected', sheet: 'answers', field: 'status', form: 'fine', file: 'planned' }],
    });
  }));

test('what somebody saves meanwhile is not written over', () =>
  inFolder(async () => {
    await prepared('partial');
    const saved = TEXT.replace('Robin Example', 'Robin E. Example');
    const meanwhile = (world: World): World => ({
      ...world,
      shelf: {
        ...world.shelf,
        read: async (path) => {
          const file = await world.shelf.read(path);
          if (path === 'filled.xlsx') writeFileSync(PATH, saved);
          return file;
        },
      },
    });
    const { code, output } = await countersign(['form', 'apply', PATH, 'filled.xlsx'], meanwhile);
    expect([code, output[0]]).toEqual([
      4,
      `! error: ${PATH} changed while the form was being merged, and stays as it is.`,
    ]);
    expect(readFileSync(PATH, 'utf8')).toBe(saved);
  }));

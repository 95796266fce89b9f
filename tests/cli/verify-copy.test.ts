// `verify --workbook`: what is printed and given as JSON of a copy that somebody changed, and when the pack itself is not what it was.
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { countersign, inFolder } from './transcript.ts';

const ATTESTATION = fileURLToPath(
  new URL('../../data/attestations/2026-Q3/observability.attestation.yaml', import.meta.url),
);
const SENTENCES = {
  difference: 'One difference in cells',
  unreliable: 'its own workbook cannot be relied upon',
};

test('a changed cell is one line, neutral, and the exit code is 1', () =>
  inFolder(async () => {
    await countersign(['build', ATTESTATION, '-o', 'out']);
    const pack = 'out/2026-Q3/observability.telemetry-hub/draft';
    const original = `${pack}/observability.telemetry-hub-2026-Q3-draft-workbook.xlsx`;
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(original);
    const [sheet] = book.worksheets;
    const was = sheet?.getCell('A1').text;
    if (sheet !== undefined) sheet.getCell('A1').value = 'chan\u202eged';
    await book.xlsx.writeFile('copy.xlsx');

    const told = await countersign(['verify', pack, '--workbook', 'copy.xlsx']);
    expect(told.code).toBe(1);
    expect(told.output).toContain(`  ${sheet?.name}!A1  "chan\ufffdged"  was "${was}"`);
    expect(told.output.join(' ')).toContain(SENTENCES.difference);
    expect(told.output.join(' ')).not.toContain(SENTENCES.unreliable);

    const json = await countersign(['verify', pack, '--workbook', 'copy.xlsx', '--json']);
    expect(JSON.parse(json.output.join('\n'))).toMatchObject({
      outcome: 'ok',
      copy: {
        kind: 'compared',
        total: 1,
        differences: [{ kind: 'cell', address: 'A1', now: '"chan\u202eged"' }],
        notes: [],
      },
    });
    const alone = await countersign(['verify', pack, '--json']);
    expect(JSON.parse(alone.output.join('\n'))).toMatchObject({ copy: null });

    appendFileSync(`${pack}/report.json`, ' ');
    const altered = await countersign(['verify', pack, '--workbook', original]);
    expect(altered.code).toBe(1);
    expect(altered.output.join(' ').replace(/\s+/g, ' ')).toContain(SENTENCES.unreliable);
  }));

test('a pack without its workbook has nothing to compare with', () =>
  inFolder(async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('S').getCell('A1').value = 1;
    await book.xlsx.writeFile('copy.xlsx');
    const { output, code } = await countersign(['verify', '.', '--workbook', 'copy.xlsx']);
    expect(code).toBe(1);
    expect(output).toContain(
      'copy.xlsx was compared with nothing. The pack does not say what its workbook is called.',
    );
  }));

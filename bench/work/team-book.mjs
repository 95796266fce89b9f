// The workbook of a team's pack as somebody has it who writes it with exceljs: the rows of `team-template/workbook.hbs` as plain values,
// with one style object for each look.
import { STATUS } from '../peers/look.mjs';

const ink = (argb) => ({ argb });
const side = { style: 'thin', color: ink('FFC9D1D9') };
const BODY = {
  font: { name: 'Calibri', family: 2, size: 10, color: ink('FF1B232C') },
  alignment: { vertical: 'top', wrapText: true },
  border: { bottom: side },
};
const HEAD = { ...BODY, font: { ...BODY.font, bold: true } };
const DAY = { ...BODY, numFmt: 'yyyy-mm-dd' };
const LINK = { ...BODY, font: { ...BODY.font, underline: true, color: ink('FF14406B') } };

const day = (text) => new Date(`${text}T00:00:00Z`);
const styleOf = (value) => {
  if (value instanceof Date) return DAY;
  return typeof value === 'object' ? LINK : BODY;
};

const row = (values, styles = values.map(styleOf)) => ({ values, styles, merges: [], height: null });

const sheet = (name, widths, frozen, heads, body) => ({
  name,
  columns: widths.map((width) => ({ width })),
  views: [{ state: 'frozen', xSplit: frozen, ySplit: 1 }],
  filter: { from: { row: 1, column: 1 }, to: { row: body.length + 1, column: widths.length } },
  rows: [
    row(
      heads,
      heads.map(() => HEAD),
    ),
    ...body.map((values) => row(values)),
  ],
});

const dutyRows = ({ areas }) =>
  areas.flatMap((area) =>
    area.resources.flatMap((resource) =>
      resource.duties.map((duty) => [
        ...[duty.id, area.id, resource.id, duty.text, STATUS[duty.status], duty.owner],
        ...[day(duty['last-performed']), duty.statement, duty.evidence.map(({ id }) => id).join(', ')],
      ]),
    ),
  );

const evidenceRows = ({ areas }) =>
  areas
    .flatMap(({ resources }) => resources.flatMap(({ duties }) => duties.flatMap(({ evidence }) => evidence)))
    .map(({ id, title, at, url }) => [id, title, day(at), { text: url, hyperlink: url }]);

const summaryRows = ({ keys, period }) => [
  ...keys.slice(0, 2).map(({ name, value }) => [name, value]),
  ['Period', period],
  ...keys.slice(2).map(({ name, value }) => [name, Number(value)]),
];

const DUTY_HEADS = ['Duty', 'Area', 'Resource', 'Text', 'Status', 'Owner', 'Last performed'];
const DUTY_WIDTHS = [14, 12, 14, 60, 16, 24, 14, 60, 30];

/** What `peers/exceljs.mjs` takes. */
export const teamBook = (pack) => ({
  sheets: [
    sheet('Summary', [16, 60], 0, ['Key', 'Value'], summaryRows(pack)),
    sheet(
      ...['Areas', [12, 40, 60], 0, ['Area', 'Title', 'Scope']],
      pack.areas.map(({ id, title, scope }) => [id, title, scope]),
    ),
    sheet('Duties', DUTY_WIDTHS, 1, [...DUTY_HEADS, 'Statement', 'Evidence'], dutyRows(pack)),
    sheet('Evidence', [12, 40, 14, 60], 1, ['Evidence', 'Title', 'Taken', 'Where'], evidenceRows(pack)),
  ],
});

/** Everything the workbook says, for whoever looks whether a file has it. */
export const bookTexts = (pack) =>
  teamBook(pack).sheets.flatMap(({ rows }) =>
    rows.slice(1).flatMap(({ values }) => values.filter((value) => typeof value === 'string')),
  );

// The same pages by pdfmake: a document definition of styles, tables and a table of contents.
import pdfmake from 'pdfmake';
import { FONTS } from '../places.mjs';
import {
  ACCENT,
  afterLink,
  answerOf,
  COLUMNS,
  CONTENT_WIDTH,
  COVER,
  FURNITURE,
  H1,
  H2,
  HEAD,
  HEADERS,
  headingOf,
  INK,
  KEY,
  MARGIN,
  PADDING,
  QUIET,
  RULE,
  runningHead,
} from './look.mjs';

/** pdfmake's line height is a factor of the font's own. */
const style = ({ font, size, color, gap }, margin = [0, 0, 0, 0]) => ({
  bold: font === 'semibold',
  fontSize: size,
  color,
  lineHeight: (size * 1.3 + gap) / (size * 1.3),
  margin,
});

const STYLES = {
  organisation: style(COVER.organisation, [0, 0, 0, 96]),
  kind: style(COVER.kind, [0, 0, 0, 6]),
  title: style(COVER.title, [0, 0, 0, 6]),
  period: style(COVER.period, [0, 0, 0, 36]),
  small: style(FURNITURE, [0, 0, 0, 6]),
  h1: style(H1, [0, 0, 0, 6]),
  h2: style(H2, [0, 18, 0, 6]),
  head: style(HEAD),
  key: style(KEY),
};

const GRID = {
  hLineWidth: (line, node) => (line === 0 ? 0 : line === node.table.headerRows ? 1 : 0.5),
  hLineColor: (line, node) => (line === node.table.headerRows ? INK : RULE),
  vLineWidth: () => 0,
  paddingLeft: () => PADDING.x,
  paddingRight: () => PADDING.x,
  paddingTop: () => PADDING.y,
  paddingBottom: () => PADDING.y,
};

const WIDTHS = COLUMNS.map((share) => share * CONTENT_WIDTH - 2 * PADDING.x);

const paragraph = (text) => ({ text, margin: [0, 0, 0, 2] });

const evidenceOf = (evidence) =>
  paragraph([{ text: evidence.id, link: evidence.url, color: ACCENT }, afterLink(evidence)]);

const rowOf = (duty) => {
  const [id, ...answer] = answerOf(duty);
  return [
    [{ text: id, bold: true, margin: [0, 0, 0, 2] }, ...answer.map(paragraph)],
    duty.text,
    duty.statement,
    duty.evidence.map(evidenceOf),
  ];
};

const dutiesOf = (duties) => ({
  layout: GRID,
  margin: [0, 0, 0, 12],
  table: {
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: WIDTHS,
    body: [HEADERS.map((text) => ({ text, style: 'head' })), ...duties.map(rowOf)],
  },
});

const entry = (part, indent) => ({
  text: headingOf(part),
  id: part.id,
  tocItem: true,
  tocMargin: [indent, 0, 0, 4],
});

/** A new one each time: pdfmake moves the vectors it is given. */
const line = () => ({
  type: 'line',
  x1: 0,
  y1: 0,
  x2: CONTENT_WIDTH,
  y2: 0,
  lineWidth: 1,
  lineColor: ACCENT,
});

const areaOf = (area) => [
  { ...entry(area, 0), style: 'h1', pageBreak: 'before', outline: true },
  { canvas: [line()], margin: [0, 0, 0, 12] },
  { text: area.scope, margin: [0, 0, 0, 6] },
  ...area.resources.flatMap((resource) => [
    { ...entry(resource, 18), style: 'h2', outline: true, outlineParentId: area.id },
    dutiesOf(resource.duties),
  ]),
];

const coverOf = (pack) => [
  { text: pack.organisation, style: 'organisation' },
  { text: pack.kind, style: 'kind' },
  { text: pack.title, style: 'title' },
  { text: pack.period, style: 'period' },
  { text: runningHead(pack), style: 'small' },
  { text: pack.summary, margin: [0, 0, 0, 36] },
  {
    layout: { ...GRID, hLineWidth: (line) => (line === 0 ? 0 : 0.5), hLineColor: () => RULE },
    table: {
      widths: [CONTENT_WIDTH * 0.2 - 2 * PADDING.x, '*'],
      body: pack.keys.map(({ name, value }) => [{ text: name, style: 'key' }, value]),
    },
  },
];

const furnitureOf = (pack) => ({
  header: (page) =>
    page === 1
      ? null
      : { text: runningHead(pack), margin: [MARGIN.side, MARGIN.top / 2 - 8], fontSize: 8, color: QUIET },
  footer: (page, pages) => ({
    margin: [MARGIN.side, MARGIN.bottom / 2 - 8],
    fontSize: 8,
    color: QUIET,
    columns: [pack.classification, { text: `Page ${page} of ${pages}`, alignment: 'right' }],
  }),
});

const documentOf = (pack) => ({
  pageSize: 'A4',
  pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
  info: { title: runningHead(pack), author: pack.organisation },
  defaultStyle: { font: 'Plex', ...style(KEY), color: INK },
  styles: STYLES,
  ...furnitureOf(pack),
  content: [
    ...coverOf(pack),
    {
      toc: { title: { text: 'Contents', style: 'h1', margin: [0, 0, 0, 18] } },
      pageBreak: 'before',
    },
    ...pack.areas.flatMap(areaOf),
  ],
});

export const pdfMake = {
  name: 'pdfmake',
  packageName: 'pdfmake',
  tagged: false,
  less: 'no tags, no PDF/A, no dots in the contents; a heading may part from its table',

  async prepare() {
    pdfmake.setFonts({ Plex: { normal: FONTS.regular, bold: FONTS.semibold } });
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => true);
  },

  render: (pack) => pdfmake.createPdf(documentOf(pack)).getBuffer(),
};

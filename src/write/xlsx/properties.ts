// The document properties that exceljs has no words for: the program that made the file, and custom properties.
import { escapeXml, showUnholdable } from './text.ts';

export const CUSTOM_PART = 'docProps/custom.xml';
export const CUSTOM_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
export const CUSTOM_RELATIONSHIP =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
/** The one format id for properties that users name themselves. */
const USER_DEFINED = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** The part that holds custom properties, as text, in the order given. */
export const customPart = (properties: Readonly<Record<string, string>>): string => {
  const entries = Object.entries(properties).map(([name, value], index) => property(name, value, index + 2));
  return `${HEAD}<Properties xmlns="${CUSTOM}" xmlns:vt="${TYPES}">${entries.join('')}</Properties>`;
};

/** Property ids begin at 2: the first two are taken by the format itself. */
const property = (name: string, value: string, pid: number): string =>
  `<property fmtid="${USER_DEFINED}" pid="${pid}" name="${spell(name)}"><vt:lpwstr>${spell(value)}</vt:lpwstr></property>`;

/** Text of a property, ready for XML. */
export const spell = (text: string): string => escapeXml(showUnholdable(text));

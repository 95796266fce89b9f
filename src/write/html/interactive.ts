// Tables that sort and filter: what a page carries when it has one. Their controls are made by the script, so that without
// it the page reads as it always did.

import { sha256 } from '../../codec/digest.ts';
import type { ElementNode } from '../../model/document.ts';
import { TABLE_SCRIPT } from './table-script.ts';

/** Remembers whether a document has shown a table that asks for the script. */
export type Interactive = { asked: boolean };

export const isInteractive = ({ tag, attributes }: ElementNode): boolean =>
  tag === 'table' && attributes['data-interactive'] !== undefined;

/** What the script will show in the font of the table: labels, and digits for the counts. */
export const controlTexts = ({ attributes }: ElementNode): string =>
  `${attributes['data-filter-label'] ?? ''}${attributes['data-count-label'] ?? ''}0123456789`;

/** Content Security Policy Level 3, 8.3: exactly the script of this digest, and no other. */
export const scriptSource = (): string => {
  const digest = Buffer.from(sha256(TABLE_SCRIPT).slice('sha256:'.length), 'hex');
  return `script-src 'sha256-${digest.toString('base64')}'`;
};

/** As a module it waits for the page to be there, and its names are its own. */
export const SCRIPT_ELEMENT = `<script type="module">${TABLE_SCRIPT}</script>\n`;

/** Stronger than all classes where a row is hidden. On paper there are no controls; how many rows are shown stays where not all are. */
export const CONTROLS = `tr[hidden]{display:none!important}
.table-order{all:unset;cursor:pointer}
.table-controls{display:flex;flex-wrap:wrap;gap:6pt 12pt;align-items:center;margin:0 0 6pt}
.table-controls *{font:inherit;color:inherit;text-transform:inherit;letter-spacing:inherit}
.table-field,.table-choice{display:inline-block;padding:2pt 4pt;border:1px solid currentColor;border-radius:2pt;background:none}
.table-count{display:block}
@media screen{
.table-order:focus-visible,.table-field:focus-visible,.table-choice:focus-visible{outline:2px solid currentColor;outline-offset:2px}
.table-order{position:relative}
.table-order::after{content:"";position:absolute;inset-inline-start:100%;top:calc(50% - 2px);margin-inline-start:2px;border:3px solid transparent;border-bottom:0;border-top-color:currentColor;opacity:.3}
[aria-sort]>.table-order::after{opacity:1}
[aria-sort=ascending]>.table-order::after{transform:scaleY(-1)}
}
@media print{
.table-controls:not(.table-filtered),.table-controls>:not(.table-count){display:none}
}
`;

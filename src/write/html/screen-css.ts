// What holds for every document: the ground below all classes, and how sheets lie on screen and on paper.

import { PLAIN_DECLARATIONS } from './declarations.ts';

/** Nothing of a browser's own look is left: what an element looks like is in its class. Inside drawings, attributes say it. */
export const GROUND = `:root{color-scheme:light;print-color-adjust:exact;-webkit-print-color-adjust:exact}
:where(body,body *:not(svg *)){box-sizing:content-box;border-spacing:0;border-collapse:separate;${PLAIN_DECLARATIONS}}
:where(main){display:block}
:where(col){display:table-column}
:where(colgroup){display:table-column-group}
:where(a[href]){cursor:pointer}
`;

/** After the classes, and stronger where the body's own look would spoil the desk that the sheets lie on. */
export const sheets = (paper: string | null): string => `.sheet{display:block}
@media screen{
html{background:#e4e7eb}
body{background:none!important;margin:0!important;padding:24px 16px!important;width:auto!important;max-width:none!important}
.sheet{box-sizing:border-box;max-width:100%;margin:0 auto 24px;background:${paper ?? '#ffffff'};box-shadow:0 0 0 1px rgb(0 0 0/.06),0 2px 8px rgb(0 0 0/.1);overflow-x:auto}
.sheet:last-child{margin-bottom:0}
:target{scroll-margin-top:24px}
}
`;

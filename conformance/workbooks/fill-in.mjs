// Has LibreOffice fill in a form, or work in an auditor's copy: the macro beside this file runs in a profile of its own, where nobody else's macros are.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WORK } from '../example.mjs';
import { output } from '../shell.mjs';

const PROFILE = join(WORK, 'libreoffice-macro');
const ADDRESS = `-env:UserInstallation=${pathToFileURL(PROFILE).href}`;
const LIBRARY = join(PROFILE, 'user/basic/Standard');
const MACRO = readFileSync(new URL('fill-in.bas', import.meta.url), 'utf8');

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const DOCTYPE = (what, name) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${what} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name}.dtd">\n`;

/** The first start puts the program's own modules into the profile; ours is written over them. */
const installMacro = () => {
  rmSync(PROFILE, { recursive: true, force: true });
  output('soffice', ['--headless', ADDRESS, '--terminate_after_init']);
  mkdirSync(LIBRARY, { recursive: true });
  const namespace = 'xmlns:library="http://openoffice.org/2000/library"';
  writeFileSync(
    join(LIBRARY, 'script.xlb'),
    `${DOCTYPE('library:library', 'library')}<library:library ${namespace} library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="FillIn"/>
</library:library>`,
  );
  writeFileSync(
    join(LIBRARY, 'FillIn.xba'),
    `${DOCTYPE('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="FillIn" script:language="StarBasic">${escaped(MACRO)}</script:module>`,
  );
};

/** `edits` are [sheet, id or `row N`, header, text]; of the sheet `sorted` one column is hidden and one moved where they are named. */
export const fillIn = (workbook, target, edits, { sorted, hide = '', move = '' }) => {
  installMacro();
  rmSync(target, { force: true });
  const copy = join(WORK, 'to-fill-in.xlsx');
  cpSync(workbook, copy);
  const [told, trouble] = [join(WORK, 'to-fill-in.txt'), join(WORK, 'filling-in.txt')];
  writeFileSync(told, edits.map((edit) => `${edit.join('^^')}\n`).join(''));
  rmSync(trouble, { force: true });
  const words = [pathToFileURL(copy).href, pathToFileURL(target).href, told, trouble, sorted, hide, move];
  output('soffice', [
    '--headless',
    ADDRESS,
    `macro:///Standard.FillIn.Main(${words.map((word) => `"${word}"`).join(',')})`,
  ]);
  if (existsSync(trouble)) throw new Error(`the macro ended at ${readFileSync(trouble, 'utf8')}`);
};

// LibreOffice, headless: opens a workbook, computes every formula anew whatever the file says it comes to, and saves what it has.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WORK } from '../example.mjs';
import { output } from '../shell.mjs';

const PROFILE = join(WORK, 'office-profile');
/** 0 is "always", for workbooks of every program. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** The profile's address, made once a run with the settings above. */
export const officeProfile = () => {
  mkdirSync(join(PROFILE, 'user'), { recursive: true });
  const settings = join(PROFILE, 'user/registrymodifications.xcu');
  if (!existsSync(settings)) writeFileSync(settings, SETTINGS);
  return pathToFileURL(PROFILE).href;
};

/** Where the recalculated workbook lies. */
export const recalculated = (file, folder) => {
  mkdirSync(folder, { recursive: true });
  const format = 'xlsx:Calc MS Excel 2007 XML';
  const profile = `-env:UserInstallation=${officeProfile()}`;
  output('soffice', ['--headless', profile, '--convert-to', format, '--outdir', folder, file]);
  return join(folder, basename(file));
};

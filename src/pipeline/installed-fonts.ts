// Installed fonts become files of the template when, and only when, the report needs them: what they are is part of the template's
// digest, and a report without such characters has the same digest and bytes on a machine without such fonts.
import type { TemplateFiles } from '../document/files.ts';

/** What fonts for Chinese, Japanese and Korean are there for. */
const SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\u31c0-\u33ff\uff00-\uffef]/u;

/** `text` is all that the report says. */
export const withInstalledFonts = async (template: TemplateFiles, text: string): Promise<TemplateFiles> => {
  const { id, files, installed = [] } = template;
  if (installed.length === 0 || ![text, ...textsOf(template)].some((one) => SCRIPTS.test(one)))
    return { id, files };
  const fonts = await Promise.all(installed.map(async ({ path, read }) => [path, await read()] as const));
  return { id, files: { ...files, ...Object.fromEntries(fonts) } };
};

/** What the template says itself, with the characters that it writes by number. */
const textsOf = ({ files }: TemplateFiles): readonly string[] =>
  Object.entries(files)
    .filter(([path]) => /\.(?:hbs|css|ya?ml|svg)$/.test(path))
    .map(([, bytes]) => unescaped(new TextDecoder().decode(bytes)));

const unescaped = (text: string): string =>
  text.replace(
    /&#(\d{1,7});?|(?:&#[xX]|\\[uU]?)([0-9a-fA-F]{1,8});?/g,
    (written, decimal?: string, hex?: string) => {
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : written;
    },
  );

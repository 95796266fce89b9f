// Types of the library: the declarations that index.d.ts leads to, ours and those of packages, which nobody needs to install.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './bundle.mjs';

const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');
const OPTIONS = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };

/** Where the types of packages stand beside ours. */
const PACKAGES = 'packages';

const declare = (folder) => {
  const args = [
    COMPILER,
    '-p',
    'tsconfig.build.json',
    '--emitDeclarationOnly',
    '--noCheck',
    '--outDir',
    folder,
  ];
  if (spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status !== 0)
    throw new Error('The sources do not compile.');
};

/** Every name of a module in a declaration: of imports, of exports, and of `import('…')` within types. */
const specifiersIn = (text) => {
  const found = [];
  const visit = (node) => {
    const name = ts.isImportTypeNode(node) ? node.argument.literal : node.moduleSpecifier;
    if (name !== undefined) found.push(name);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.d.ts', text, ts.ScriptTarget.ESNext, true));
  return found.sort((a, b) => a.pos - b.pos);
};

const resolve = (specifier, file) => {
  const found = ts.resolveModuleName(
    specifier,
    file,
    OPTIONS,
    ts.sys,
    undefined,
    undefined,
    ts.ModuleKind.ESNext,
  ).resolvedModule;
  if (found === undefined) throw new Error(`${file} takes types from ${specifier}, which is not there.`);
  return found.resolvedFileName;
};

/** Below `folder` for ours, below `packages/` for others'. */
const placeOf = (file, folder) => {
  const at = file.lastIndexOf('/node_modules/');
  return at < 0 ? relative(folder, file) : join(PACKAGES, file.slice(at + '/node_modules/'.length));
};

const fromTo = (from, to) => {
  const path = relative(dirname(from), to).replace(/\.d\.(c?)ts$/, '.$1js');
  return path.startsWith('.') ? path : `./${path}`;
};

/** The text of a declaration with every module it names by its new place; `reach` is told of each. */
const moved = (file, folder, reach) => {
  const text = readFileSync(file, 'utf8');
  let done = '';
  let offset = 0;
  for (const name of specifiersIn(text)) {
    if (name.text.startsWith('node:')) continue;
    const target = resolve(name.text, file);
    reach(target);
    done += `${text.slice(offset, name.getStart())}'${fromTo(placeOf(file, folder), placeOf(target, folder))}'`;
    offset = name.getEnd();
  }
  return done + text.slice(offset);
};

/** Writes them below `target` and gives the files of packages among them. */
export const writeDeclarations = (target) => {
  mkdirSync(join(ROOT, '.reports'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.reports/declarations-'));
  try {
    declare(folder);
    const files = [join(folder, 'index.d.ts')];
    for (const file of files) {
      const text = moved(file, folder, (found) => files.includes(found) || files.push(found));
      const place = join(target, placeOf(file, folder));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
    return files
      .map((file) => relative(ROOT, file))
      .filter((file) => !file.startsWith(relative(ROOT, folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

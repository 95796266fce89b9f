// Every command, in the order of the tour. A new one is one file and one line here.
import type { Command } from '../contract.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { formApply } from './form-apply.ts';
import { formMake } from './form-make.ts';
import { init } from './init.ts';
import { keygen } from './keygen.ts';
import { lock } from './lock.ts';
import { modelDiff } from './model-diff.ts';
import { modelImport } from './model-import.ts';
import { modelShow } from './model-show.ts';
import { preview } from './preview.ts';
import { rollup } from './rollup.ts';
import { sign } from './sign.ts';
import { status } from './status.ts';
import { update } from './update.ts';
import { verify } from './verify.ts';

export const COMMANDS: readonly Command[] = [
  modelImport,
  modelShow,
  modelDiff,
  init,
  update,
  formMake,
  formApply,
  lock,
  check,
  status,
  preview,
  keygen,
  sign,
  build,
  rollup,
  verify,
];

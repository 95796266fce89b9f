// All vectors in one list.
import { authorityVectors } from './authorities.ts';
import { certificateVectors } from './certificates.ts';
import { contentVectors } from './content.ts';
import { envelopeVectors } from './envelope.ts';
import { inputVectors } from './inputs.ts';
import { manifestVectors } from './manifest.ts';
import { memberVectors } from './members.ts';
import { pdfVectors } from './pdf.ts';
import { previousVectors } from './previous.ts';
import { sealVectors } from './seal.ts';
import { separationVectors } from './separation.ts';
import { signOffVectors } from './sign-offs.ts';
import { timestampVectors } from './timestamp.ts';
import { trustVectors } from './trust.ts';
import type { Vector } from './vector.ts';

export const VECTORS: readonly Vector[] = [
  ...memberVectors,
  ...manifestVectors,
  ...inputVectors,
  ...contentVectors,
  ...previousVectors,
  ...signOffVectors,
  ...separationVectors,
  ...certificateVectors,
  ...trustVectors,
  ...authorityVectors,
  ...sealVectors,
  ...envelopeVectors,
  ...timestampVectors,
  ...pdfVectors,
];

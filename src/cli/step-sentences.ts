// The steps of verification in one sentence each, in their order: what a step that is ok has shown.
import type { StepId } from '../index.ts';

export const STEP_SENTENCES: Readonly<Record<StepId, string>> = {
  structure: 'The pack can be read, in the one form that it may have',
  members: 'The files are the ones the manifest lists, byte for byte',
  identity: 'Manifest, report and file names speak of the same pack',
  seal: 'The seal holds, over the PDF and over the manifest',
  timestamp: 'Timestamps are over the signatures they stand beside',
  'sign-offs': 'Sign-offs hold, follow one another, and are over this content',
  separation: 'Roles were held in order and in different hands',
  trust: 'Whoever signed is somebody you trust to',
  certificates: 'Certificates were valid when they were used',
  inputs: 'The inputs are the ones the report was made from',
  evidence: 'Evidence files are the ones the results were judged by',
  evaluation: 'The inputs, evaluated again, give the same report',
  documents: 'PDF and workbook carry what lies in the pack',
  previous: 'What it carries of the previous pack belongs together',
};

// Typed values out of a helper's call; the wrong kind stops rendering with a sentence that says what was given.
import type { HelperCall } from '../helper.ts';
import { kindOf } from '../values.ts';

const wrong = (call: HelperCall, index: number, wanted: string): never =>
  call.fail(
    'value-invalid',
    `Value ${index + 1} must be ${wanted}, but is ${kindOf(call.values[index])}.`,
    'Null is no value: ask with {{#if}} first.',
  );

export const textAt = (call: HelperCall, index: number): string => {
  const value = call.values[index];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : wrong(call, index, 'a text');
};

export const numberAt = (call: HelperCall, index: number): number => {
  const value = call.values[index];
  return typeof value === 'number' ? value : wrong(call, index, 'a number');
};

export const listAt = (call: HelperCall, index: number): readonly unknown[] => {
  const value = call.values[index];
  return Array.isArray(value) ? value : wrong(call, index, 'a list');
};

/** A named text, or `otherwise` when the call does not give it. */
export const namedText = (call: HelperCall, name: string, otherwise: string): string => {
  const value = Object.hasOwn(call.named, name) ? call.named[name] : otherwise;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return call.fail(
    'value-invalid',
    `\`${name}\` must be a text, but is ${kindOf(value)}.`,
    `Write ${name}="…" or leave it out.`,
  );
};

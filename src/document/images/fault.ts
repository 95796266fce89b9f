// What is wrong with a picture, as a sentence and what to do; the place is that of whoever asks for the picture.

export type PictureFault = { readonly kind: 'fault'; readonly sentence: string; readonly hint: string };
export type Pixels = { readonly kind: 'pixels'; readonly width: number; readonly height: number };

export const pictureFault = (sentence: string, hint: string): PictureFault => ({
  kind: 'fault',
  sentence,
  hint,
});
export const broken = (why: string): PictureFault =>
  pictureFault(`The picture is broken: ${why}.`, 'Save it again, or restore the file.');

/** Pixels of the largest picture: at 300 an inch that is more than a sheet of A2. */
const MOST_PIXELS = 50_000_000;

/** Why a picture of that many pixels is none, or more than a report needs. */
export const sizeFault = (width: number, height: number): PictureFault | null => {
  if (width === 0 || height === 0) return broken('it has no pixels');
  if (width * height <= MOST_PIXELS) return null;
  return pictureFault(
    `The picture has ${width} × ${height} pixels.`,
    `Make it smaller: it may have ${MOST_PIXELS / 1_000_000} million.`,
  );
};

// The part of `bidi-js` that is used; the package's own types name an export that it does not have in an ES module.

declare module 'bidi-js' {
  type Bidi = {
    readonly getEmbeddingLevels: (text: string, direction: 'ltr' | 'rtl') => { readonly levels: Uint8Array };
    readonly getMirroredCharacter: (character: string) => string | null;
  };
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default function bidiFactory(): Bidi;
}

// The font files that come with the program. The build reads this list too and copies them, so it holds nothing but itself.

/** The folder of a package of `@expo-google-fonts`, and the file in it. */
export type FontRow = readonly [family: string, file: string];

/** By the path a theme names them with: `bundled/ibm-plex-sans/400.ttf`. */
export const BUNDLED_FONTS: Readonly<Record<string, FontRow>> = {
  'ibm-plex-sans/400.ttf': ['ibm-plex-sans', '400Regular/IBMPlexSans_400Regular.ttf'],
  'ibm-plex-sans/400-italic.ttf': ['ibm-plex-sans', '400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf'],
  'ibm-plex-sans/500.ttf': ['ibm-plex-sans', '500Medium/IBMPlexSans_500Medium.ttf'],
  'ibm-plex-sans/600.ttf': ['ibm-plex-sans', '600SemiBold/IBMPlexSans_600SemiBold.ttf'],
  'ibm-plex-sans/600-italic.ttf': ['ibm-plex-sans', '600SemiBold_Italic/IBMPlexSans_600SemiBold_Italic.ttf'],
  'ibm-plex-sans/700.ttf': ['ibm-plex-sans', '700Bold/IBMPlexSans_700Bold.ttf'],
  'ibm-plex-mono/400.ttf': ['ibm-plex-mono', '400Regular/IBMPlexMono_400Regular.ttf'],
  'ibm-plex-mono/600.ttf': ['ibm-plex-mono', '600SemiBold/IBMPlexMono_600SemiBold.ttf'],
  'noto-sans-arabic/400.ttf': ['noto-sans-arabic', '400Regular/NotoSansArabic_400Regular.ttf'],
  'noto-sans-arabic/700.ttf': ['noto-sans-arabic', '700Bold/NotoSansArabic_700Bold.ttf'],
  'noto-sans-hebrew/400.ttf': ['noto-sans-hebrew', '400Regular/NotoSansHebrew_400Regular.ttf'],
  'noto-sans-hebrew/700.ttf': ['noto-sans-hebrew', '700Bold/NotoSansHebrew_700Bold.ttf'],
  'noto-sans-symbols/400.ttf': ['noto-sans-symbols', '400Regular/NotoSansSymbols_400Regular.ttf'],
  'noto-sans-symbols-2/400.ttf': ['noto-sans-symbols-2', '400Regular/NotoSansSymbols2_400Regular.ttf'],
  'noto-sans-math/400.ttf': ['noto-sans-math', '400Regular/NotoSansMath_400Regular.ttf'],
};

export interface Mode extends Record<string, string> {
  language: string;
  theme: string;
  text: string;
  density: string;
}

const all: readonly Mode[] = ['zh', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((theme) =>
    ['regular', 'large'].flatMap((text) =>
      ['compact', 'regular', 'relaxed'].map((density) => ({ language, theme, text, density })),
    ),
  ),
);

/**
 * Each screen in each of the 24 modes, or a sample: each screen once, and the modes by strides of 7 through the 24, so
 * that ten screens meet each language, theme, text size and density. The same sample every time.
 */
export function sampleModes(screens: readonly string[], isWhole: boolean): { screen: string; mode: Mode }[] {
  return screens.flatMap((screen, index) =>
    all.filter((_mode, at) => isWhole || at === (index * 7) % all.length).map((mode) => ({ screen, mode })),
  );
}

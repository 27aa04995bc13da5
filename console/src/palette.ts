/**
 * The colours of the console. One deep blue for what can be acted on, amber for attention, red only for errors,
 * green only for what is done. Every text colour reaches 4.5:1 on every ground it is used on (palette.spec.ts).
 */
export const palette = {
  ink: '#1b2430',
  inkQuiet: '#4a5563',
  inkFaint: '#5f6875',
  surface: '#ffffff',
  ground: '#f5f5f1',
  groundDeep: '#ecede8',
  line: '#dcded8',
  lineStrong: '#868e98',
  blue: '#0c4280',
  blueDeep: '#082f5e',
  blueSoft: '#e9f0f8',
  amber: '#7a4f00',
  amberSoft: '#fdf3db',
  amberLine: '#c98a12',
  red: '#ab1f1a',
  redSoft: '#fcefed',
  green: '#175f36',
  greenSoft: '#eaf4ed',
} as const;

export type PaletteName = keyof typeof palette;

/** Colours of chart series, in this order: told apart by lightness too, not by hue alone. */
export const chartColours = [palette.blue, '#c98a12', '#5b8fc7', '#3d4a5a', '#8a6d3b'] as const;

const toKebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Publishes the palette to style sheets as `--ink`, `--blue-soft`, …, so that a colour is written down once. */
export function publishPalette(root: HTMLElement): void {
  for (const [name, colour] of Object.entries(palette)) root.style.setProperty(`--${toKebab(name)}`, colour);
}

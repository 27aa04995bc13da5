import fs from 'node:fs';
import path from 'node:path';
import { contrast } from './contrast';
import { DECORATION, PAIRS } from './pairs';

type Tokens = Record<string, string>;

const SRC = path.resolve(__dirname, '..');
const sheet = fs.readFileSync(path.join(__dirname, '_tokens.scss'), 'utf8');

const block = (selector: string): Tokens => {
  const body = new RegExp(`\\${selector} \\{([^}]*)\\}`).exec(sheet)?.[1] ?? '';
  return Object.fromEntries([...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
};
const normal = block('.theme');
const elder = { ...normal, ...block('.theme--elder') };
const units = (tokens: Tokens, name: string) => Number.parseInt(tokens[name] as string, 10);
const colours = Object.keys(normal).filter((name) => name.startsWith('c-'));

const tooFaint = (tokens: Tokens) =>
  PAIRS.map((pair) => ({
    ...pair,
    ratio: contrast(tokens[`c-${pair.text}`] as string, tokens[`c-${pair.on}`] as string),
  }))
    .filter(({ ratio, atLeast }) => !(ratio >= atLeast))
    .map(({ text, on, ratio }) => `${text} on ${on}: ${ratio.toFixed(2)}`);

const sheetsOf = (dir: string): string[] =>
  fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return sheetsOf(file);
    return entry.name.endsWith('.scss') && entry.name !== '_tokens.scss' ? [file] : [];
  });

describe('contrast', () => {
  it('is computed as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it.each([
    ['normal', normal],
    ['elder', elder],
  ])('of every declared pair suffices in %s mode', (_mode, tokens) => {
    expect(tooFaint(tokens)).toEqual([]);
  });

  it('is reported when a colour is too faint (negative control)', () => {
    expect(tooFaint({ ...normal, 'c-muted': '#9aa5b4' })).toEqual([
      'muted on ground: 2.50',
      'muted on sunken: 2.30',
      'muted on tint: 2.18',
    ]);
  });

  it('is declared for every colour', () => {
    const declared = new Set(
      [...PAIRS.flatMap(({ text, on }) => [text, on]), ...DECORATION].map((name) => `c-${name}`),
    );
    expect(colours.filter((name) => !declared.has(name))).toEqual([]);
  });
});

describe('sizes', () => {
  it('follow the type scale', () => {
    const scale = ['t-small', 't-body', 't-lead', 't-title', 't-display'];
    expect(scale.map((name) => units(normal, name))).toEqual([28, 32, 36, 44, 56]);
    for (const name of scale) expect(units(elder, name)).toBeGreaterThanOrEqual(1.4 * units(normal, name));
  });

  it('give main text 18 pt in elder mode, and targets 44 pt and 60 pt', () => {
    expect(units(elder, 't-body')).toBeGreaterThanOrEqual(36);
    for (const target of ['tap', 'button']) {
      expect(units(normal, target)).toBeGreaterThanOrEqual(88);
      expect(units(elder, target)).toBeGreaterThanOrEqual(120);
    }
  });
});

describe('style sheets', () => {
  it('take every colour and every type size from the tokens', () => {
    const strays = sheetsOf(SRC).flatMap((file) =>
      [
        ...fs
          .readFileSync(file, 'utf8')
          .matchAll(/#[0-9a-f]{3,8}\b(?!\{)|rgba?\([^)]*\)|font-size: (?!var\(--t-|inherit)[^;]+/gi),
      ].map(([stray]) => `${path.relative(SRC, file)}: ${stray}`),
    );
    expect(strays).toEqual([]);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inRoot } from '../lib/project.mjs';

const IMAGES = 'docs/images';

const shownIn = (text) => [...text.matchAll(/!\[[^\]]*\]\((?:docs\/)?images\/([^)]+)\)/g)].map(([, name]) => name);

/** Pictures that a text shows and nobody made, and pictures that no text shows. */
function faults(texts, pictures) {
  const shown = new Set(texts.flatMap(shownIn));
  return {
    missing: [...shown].filter((name) => !pictures.includes(name)),
    unused: pictures.filter((name) => !shown.has(name)),
  };
}

describe('pictures of the documents', () => {
  const pages = readdirSync(inRoot('docs')).filter((name) => name.endsWith('.md'));
  const texts = ['README.md', ...pages.map((name) => `docs/${name}`)].map((file) => readFileSync(inRoot(file), 'utf8'));

  test('every picture that is shown is there, and every one that is there is shown', () => {
    const pictures = readdirSync(inRoot(IMAGES));
    assert.ok(pictures.length > 0, 'there are pictures');
    assert.deepEqual(faults(texts, pictures), { missing: [], unused: [] });
  });

  test('a picture that is missing, or shown nowhere, is found', () => {
    const text = '![a](docs/images/a.png) and ![b](images/b.png)';
    assert.deepEqual(faults([text], ['a.png', 'c.png']), { missing: ['b.png'], unused: ['c.png'] });
  });

  test('each is made by the command that makes them all', () => {
    const scripts = ['scripts', 'scripts/pictures'].flatMap((folder) =>
      readdirSync(inRoot(folder))
        .filter((name) => name.endsWith('.mjs'))
        .map((name) => readFileSync(inRoot(folder, name), 'utf8')),
    );
    const unmade = readdirSync(inRoot(IMAGES)).filter((name) => {
      const title = name.replace(/\.png$/, '');
      return !scripts.some((script) => script.includes(`'${title}'`) || script.includes(`${title}.png`));
    });
    assert.deepEqual(unmade, []);
  });
});

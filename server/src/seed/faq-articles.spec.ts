import { describe, expect, it } from '@jest/globals';
import { normalise } from '../platform/text/normalise.js';
import { FAQ_ARTICLES } from './faq-articles.js';

describe('FAQ_ARTICLES', () => {
  it('has every id once and no wording in two articles', () => {
    expect(new Set(FAQ_ARTICLES.map(({ id }) => id)).size).toBe(FAQ_ARTICLES.length);
    const wordings = FAQ_ARTICLES.flatMap(({ question, asks }) => [question, ...asks].map(normalise));
    expect(wordings.filter((wording, i) => wordings.indexOf(wording) !== i)).toEqual([]);
  });

  it('gives every article a source and dates that are in order', () => {
    for (const { source, validFrom, validUntil } of FAQ_ARTICLES) {
      expect(source).not.toBe('');
      for (const day of [validFrom, validUntil]) if (day !== undefined) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (validFrom !== undefined && validUntil !== undefined) expect(validFrom < validUntil).toBe(true);
    }
  });
});

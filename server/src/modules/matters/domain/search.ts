import { normalise } from '../../../platform/text/normalise.js';
import type { Matter } from './matter.js';

const IN_NAME = 3;
const IN_OTHER_NAMES = 2;
/** The least share of a query's pairs of characters that must occur for a loose match. */
const LOOSE_SHARE = 0.6;

interface Indexed {
  matter: Matter;
  name: string;
  others: string;
  all: string;
}

/** Finds matters by what people call them: width, case and common wordings of the tax counter don't matter. */
export class MatterSearch {
  private readonly entries: readonly Indexed[];

  constructor(matters: readonly Matter[]) {
    this.entries = matters.map((matter) => {
      const name = normalise(matter.name);
      const others = [matter.category, ...matter.synonyms].flatMap((text) => [text, normalise(text)]).join('\n');
      return { matter, name: `${matter.name}\n${name}`, others, all: `${name}\n${others}\n${matter.description}` };
    });
  }

  /** Best first, and in the order of the catalogue where two are as good. */
  find(query: string): Matter[] {
    const words = [query.trim().toLowerCase(), normalise(query)].filter((text) => text !== '');
    if (words.length === 0) return this.entries.map((entry) => entry.matter);
    return this.entries
      .map((entry) => ({ entry, score: Math.max(...words.map((text) => scoreOf(entry, text))) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry.matter);
  }
}

function scoreOf(entry: Indexed, text: string): number {
  if (entry.name.toLowerCase().includes(text)) return IN_NAME;
  if (entry.others.toLowerCase().includes(text)) return IN_OTHER_NAMES;
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const found = pairs.filter((pair) => entry.all.includes(pair)).length;
  const share = pairs.length > 0 ? found / pairs.length : 0;
  return share >= LOOSE_SHARE ? share : 0;
}

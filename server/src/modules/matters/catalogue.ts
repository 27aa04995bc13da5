import { idFrom } from '../../platform/ids.js';
import type { DocumentSeed, MatterSeed } from '../../seed/data/matter-seed.js';
import { MATTER_SAMPLE_NOTE, matterCategories } from '../../seed/data/matters.js';
import type { Matter, MatterDocument } from './domain/matter.js';

/** An entry as it should be stored; its version is the database's affair. */
export type CatalogueEntry = Omit<Matter, 'version' | 'supportingDocuments'> & { position: number };

/** The published catalogue, in the order in which it is shown. Ids are the same in every database. */
export function catalogueEntries(): CatalogueEntry[] {
  return matterCategories
    .flatMap(([category, matters]) => matters.map((seed) => entryOf(category, seed)))
    .map((entry, position) => ({ ...entry, position }));
}

function entryOf(category: string, seed: MatterSeed): Omit<CatalogueEntry, 'position'> {
  return {
    id: idFrom(`matter ${seed.sourceCode}`),
    sourceCode: seed.sourceCode,
    name: seed.name,
    category,
    kind: seed.kind,
    description: seed.description,
    synonyms: seed.synonyms,
    applicants: ['个人', '企业'],
    documents: seed.documents.map(documentOf),
    statutoryWorkingDays: seed.statutory,
    promisedWorkingDays: seed.promised,
    onSiteVisits: 0,
    courierDelivery: seed.courier ?? false,
    group: seed.group,
    serviceMinutes: seed.minutes,
    confirmation: seed.group === 'simple' ? 'automatic' : 'officer',
    counterAvailable: seed.counter ?? true,
    onlineAvailable: true,
    onlineHint: seed.onlineHint,
    sampleNote: MATTER_SAMPLE_NOTE,
  };
}

function documentOf(seed: DocumentSeed): MatterDocument {
  if (typeof seed === 'string') return { name: seed, required: true };
  const [name, when] = seed;
  return { name: `${name}（${when}时提供）`, required: false };
}

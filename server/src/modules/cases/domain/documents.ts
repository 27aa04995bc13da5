import { AppError, type CaseDocumentView } from '@yiyun/shared';
import type { MatterDocument } from '../../matters/index.js';

/** The list of a case that begins: nothing handed over yet. */
export const documentsToBring = (documents: readonly MatterDocument[]): CaseDocumentView[] =>
  documents.map(({ name, required }) => ({ name, required, received: false }));

/**
 * The list after the named documents were handed over. Refuses a name that is not on the list, and a list on which a
 * required document is missing, naming all that are.
 */
export function receiveDocuments(documents: readonly CaseDocumentView[], names: readonly string[]): CaseDocumentView[] {
  const unknown = names.filter((name) => !documents.some((document) => document.name === name));
  if (unknown.length > 0) {
    const refusal = new AppError('request.invalid');
    refusal.fields = [{ path: 'receivedDocuments', message: `不在材料清单中：${unknown.join('、')}` }];
    throw refusal;
  }
  const received = documents.map((document) => ({ ...document, received: names.includes(document.name) }));
  const missing = received.filter((document) => document.required && !document.received);
  if (missing.length > 0) {
    throw new AppError('case.documents_missing', { names: missing.map((document) => document.name).join('、') });
  }
  return received;
}

import type { MatterGroup } from '@yiyun/shared';

/** A supporting document as the catalogue lists it: always asked for, or only in the situation that its name says. */
export interface MatterDocument {
  /** What people read, the situation included: 代理委托书（委托他人办理时提供）. */
  readonly name: string;
  readonly required: boolean;
}

/** One entry of the catalogue. Limits are in working days; null where none is published. */
export interface Matter {
  readonly id: string;
  /** Rises with every change of the entry; a case keeps what it needs of the version it began under. */
  readonly version: number;
  readonly sourceCode: string;
  readonly name: string;
  readonly category: string;
  readonly kind: string;
  readonly description: string;
  readonly synonyms: readonly string[];
  readonly applicants: readonly string[];
  readonly documents: readonly MatterDocument[];
  /** The names of all documents. */
  readonly supportingDocuments: string[];
  readonly statutoryWorkingDays: number | null;
  readonly promisedWorkingDays: number | null;
  readonly onSiteVisits: number;
  readonly courierDelivery: boolean;
  readonly group: MatterGroup;
  readonly serviceMinutes: number;
  /** Whether an appointment is confirmed at once or by an officer. */
  readonly confirmation: 'automatic' | 'officer';
  readonly counterAvailable: boolean;
  readonly onlineAvailable: boolean;
  readonly onlineHint: string | null;
  readonly sampleNote: string | null;
}

import type { MatterSummaryView, MatterView } from '@yiyun/shared';
import type { Matter } from '../domain/matter.js';

export const summaryViewOf = (matter: Matter): MatterSummaryView => ({
  id: matter.id,
  name: matter.name,
  category: matter.category,
  onlineAvailable: matter.onlineAvailable,
  counterAvailable: matter.counterAvailable,
  promisedWorkingDays: matter.promisedWorkingDays,
});

export const matterViewOf = (matter: Matter): MatterView => ({
  ...summaryViewOf(matter),
  version: matter.version,
  kind: matter.kind,
  description: matter.description,
  applicants: [...matter.applicants],
  supportingDocuments: matter.supportingDocuments,
  statutoryWorkingDays: matter.statutoryWorkingDays,
  onSiteVisits: matter.onSiteVisits,
  courierDelivery: matter.courierDelivery,
  group: matter.group,
  serviceMinutes: matter.serviceMinutes,
  confirmation: matter.confirmation,
  onlineHint: matter.onlineHint,
  sourceCode: matter.sourceCode,
  sampleNote: matter.sampleNote,
});

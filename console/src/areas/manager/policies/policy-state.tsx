import type { BookingPolicyView } from '@yiyun/shared';
import { StatusTag } from '../../../components/status-tag';

/** Where a version stands: a draft, in force, to come, or over. */
export function PolicyState({
  of: { status, inForce, effectiveFromOn },
  today,
}: {
  of: BookingPolicyView;
  today: string;
}) {
  if (status === 'draft') return <StatusTag tone="waiting">草稿</StatusTag>;
  if (inForce) return <StatusTag tone="done">现行</StatusTag>;
  if (effectiveFromOn > today) return <StatusTag tone="working">已发布，未到生效日</StatusTag>;
  return <StatusTag tone="ended">已被替代</StatusTag>;
}

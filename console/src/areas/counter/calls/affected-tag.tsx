import { type AffectedStatus, affectedStatusNames } from '@yiyun/shared';
import { StatusTag } from '../../../components/status-tag';
import { affectedTones } from '../../../components/status-tones';

/** The state of somebody affected by a closure as a word in a shape. */
export const AffectedStatusTag = ({ status }: { status: AffectedStatus }) => (
  <StatusTag tone={affectedTones[status]}>{affectedStatusNames[status]}</StatusTag>
);

import type { AppealStatus } from '@yiyun/shared';
import { StatusTag } from '../../../components/status-tag';
import { appealTones } from '../../../components/status-tones';

export const appealStatusNames: Record<AppealStatus, string> = {
  pending: '待答复',
  upheld: '申诉成立',
  rejected: '申诉不成立',
};
export const strikeNames = { noShow: '爽约', cancel: '取消' } as const;

export const AppealTag = ({ status }: { status: AppealStatus }) => (
  <StatusTag tone={appealTones[status]}>{appealStatusNames[status]}</StatusTag>
);

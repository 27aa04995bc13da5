import { Modal } from 'antd';
import type { Failure } from '../api/errors';
import { ErrorResult } from './error-result';

interface FailureModalProps {
  /** What did not succeed: 没能开始审核. */
  title: string;
  failure: Failure | null;
  onClose: () => void;
}

/** The failure of an act that has no dialog of its own to stand in. */
export function FailureModal({ title, failure, onClose }: FailureModalProps) {
  return (
    <Modal title={title} open={failure !== null} onCancel={onClose} footer={null} destroyOnHidden>
      {failure && <ErrorResult title={title} error={failure} />}
    </Modal>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type CreateStaffBody, createStaffRules, type StaffView } from '@yiyun/shared';
import { Input, Modal } from 'antd';
import { useMemo } from 'react';
import { api } from '../../../api/client';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import type { HallChoice } from '../../../session/hall';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { makeInitialPassword } from './initial-password';
import { PasswordField } from './password-field';
import { StaffFields } from './staff-fields';

interface CreateStaffDialogProps {
  open: boolean;
  halls: readonly HallChoice[];
  onCreated: (staff: StaffView) => void;
  onClose: () => void;
}

/** A new account. */
export function CreateStaffDialog({ open, halls, onCreated, onClose }: CreateStaffDialogProps) {
  const client = useQueryClient();
  const initial = useMemo(
    () => ({ roles: ['officer'], hallIds: [], initialPassword: open ? makeInitialPassword() : '' }),
    [open],
  );
  return (
    <Modal
      title="新增工作人员"
      open={open}
      onCancel={onClose}
      footer={null}
      width="40rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        <RuleForm<CreateStaffBody, StaffView>
          rules={createStaffRules}
          initial={initial}
          onSubmit={(body, idempotencyKey) => api.identity.createStaff({ body }, { idempotencyKey })}
          onDone={async (staff) => {
            await client.invalidateQueries({ queryKey: ['staff'] });
            onCreated(staff);
            onClose();
          }}
          submitLabel="新增"
        >
          <RuleField name="account" hint="小写字母、数字、点或短横线，用来登录，以后不能改">
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus />
          </RuleField>
          <StaffFields halls={halls} />
          <PasswordField />
        </RuleForm>
      </ShortcutLayer>
    </Modal>
  );
}

import {
  type ManagedNoticeView,
  type NoticeBody,
  noticeAudiences,
  noticeCategories,
  noticeRules,
  type Rules,
} from '@yiyun/shared';
import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { useAudienceOptions } from './audience-size';

interface NoticeFormProps<Body extends NoticeBody> {
  rules: Rules;
  initial: Partial<NoticeBody>;
  version?: number;
  onSubmit: (body: Body, idempotencyKey: string) => Promise<ManagedNoticeView>;
  onDone: (saved: ManagedNoticeView) => unknown;
  onValues: (values: Body) => void;
  buttons?: ReactNode;
}

/** The text of a notice and for whom it is. */
export function NoticeForm<Body extends NoticeBody>(props: NoticeFormProps<Body>) {
  return (
    <RuleForm<Body, ManagedNoticeView> {...props} submitLabel="保存草稿">
      <RuleField name="title">
        <Input maxLength={noticeRules.title.max} showCount />
      </RuleField>
      <RuleField name="category">
        <Select options={noticeCategories.map((value) => ({ value, label: value }))} placeholder="选择类别" />
      </RuleField>
      <RuleField name="audience">
        <Radio.Group options={useAudienceOptions(noticeAudiences)} />
      </RuleField>
      <RuleField name="body" hint="空一行就是新的一段">
        <Input.TextArea rows={14} maxLength={noticeRules.body.max} showCount />
      </RuleField>
    </RuleForm>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type DelegateBody, delegateRules } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, ErrorSummary, Field, NoticeBar } from '@/components';
import { toast } from '@/state/toast';
import { PhoneAndCode } from '../PhoneAndCode';
import { usePhoneCode } from '../use-phone-code';

interface AddProxyProps {
  onDone: () => void;
  onCancel: () => void;
}

/** Another person agrees by reading out the code that came to his own phone. */
export function AddProxy({ onDone, onCancel }: AddProxyProps) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const given = usePhoneCode('delegation');
  const form = useForm<DelegateBody>(delegateRules);
  const add = useAct((body: DelegateBody, key) => api.identity.delegate({ body }, key), {
    onDone: async (binding) => {
      await client.invalidateQueries({ queryKey: keys.me });
      toast(`可以替${binding.name}办了`);
      onDone();
    },
    onProblem: (error) => form.refuse(error),
  });
  const problem = add.problem ?? given.problem;
  const proceed = () => {
    const body = form.fit({ name, phone: given.phone, code: given.code });
    if (body) add.run(body);
  };
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {problem && form.errors.length === 0 && <NoticeBar tone="error" text={problem} />}
      <Field
        id="name"
        label="他的姓名"
        hint="与身份证一致"
        value={name}
        maxLength={30}
        onChange={setName}
        error={form.errorOf('name')}
      />
      <PhoneAndCode
        given={given}
        label="他的手机号"
        codeHint="发到他的手机上，6位数字，5分钟内有效"
        phoneError={form.errorOf('phone')}
        codeError={form.errorOf('code')}
      />
      <Button id="submit-proxy" busy={add.busy} busyText="正在添加…" onPress={proceed}>
        他同意了，添加
      </Button>
      <Button kind="text" onPress={onCancel}>
        先不添加
      </Button>
    </>
  );
}

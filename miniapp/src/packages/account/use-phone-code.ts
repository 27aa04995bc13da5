import { type PhoneBody, type PhoneCodePurpose, phoneRules } from '@yiyun/shared';
import { useEffect, useState } from 'react';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';

/** A number to which a code is sent, and how long until it can be sent again. */
export function usePhoneCode(purpose: PhoneCodePurpose) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [waitSeconds, setWaitSeconds] = useState(0);
  const form = useForm<PhoneBody>(phoneRules);

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  const ask = useAct((body: PhoneBody) => api.identity.sendPhoneCode({ body: { ...body, purpose } }), {
    onDone: ({ resendAfterMs }) => setWaitSeconds(Math.ceil(resendAfterMs / 1000)),
  });
  return {
    phone,
    setPhone,
    code,
    setCode,
    waitSeconds,
    busy: ask.busy,
    problem: ask.problem,
    phoneError: form.errorOf('phone'),
    askForCode: () => {
      const body = form.fit({ phone });
      if (body) ask.run(body);
    },
  };
}

import type { MeView } from '@yiyun/shared';
import type { ReactNode } from 'react';
import { Button, Empty, Loaded } from '@/components';
import { go } from '@/lib/go';
import { useSession } from '@/state/session';
import { type MissingStep, missingStep, pageOfStep, useMe } from './use-me';

interface SignedInProps {
  /** Why this needs to know who one is: 登录后可以看到您的预约. */
  why: string;
  /** How far one must have come; a verified phone by default. */
  upTo?: MissingStep;
  children: (me: MeView) => ReactNode;
}

const order: MissingStep[] = ['signIn', 'consent', 'phone'];
const acts: Record<MissingStep, { title: string; act: string }> = {
  signIn: { title: '请先登录', act: '去登录' },
  consent: { title: '请先阅读隐私条款', act: '去阅读' },
  phone: { title: '请先验证手机号', act: '去验证' },
};

/** Shows its content to whoever is known; to everybody else the way to get there. */
export function SignedIn({ why, upTo = 'phone', children }: SignedInProps) {
  const token = useSession((session) => session.token);
  const me = useMe();
  if (token === undefined) return <StepToTake step="signIn" why={why} />;
  return (
    <Loaded query={me}>
      {(known) => {
        const step = missingStep(known);
        const stops = step && order.indexOf(step) <= order.indexOf(upTo);
        return stops ? <StepToTake step={step} why={why} /> : <>{children(known)}</>;
      }}
    </Loaded>
  );
}

function StepToTake({ step, why }: { step: MissingStep; why: string }) {
  return (
    <Empty icon="user" title={acts[step].title} note={why}>
      <Button onPress={() => go(pageOfStep(step))}>{acts[step].act}</Button>
    </Empty>
  );
}

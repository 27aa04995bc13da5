import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { A11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { useUid } from '@/lib/uid';
import { Icon } from '../media/Icon';
import './FieldFrame.scss';

export interface FrameProps {
  /** Id of the whole field: an error summary leads here. Pages that stay in the document may have fields of the same id. */
  id: string;
  label: string;
  /** How to answer, before one answers: an example, where to find it. */
  hint?: string;
  /** In the same words as in the error summary. */
  error?: string;
  optional?: boolean;
  /** The page's heading asks already; the label is only spoken. */
  unseenLabel?: boolean;
}

/** A frame whose parts can be pointed at: `uid` is the only one of its kind in the document. */
export interface Framed extends FrameProps {
  uid: string;
}

export function useFramed(frame: FrameProps): Framed {
  const uid = useUid(frame.id);
  return { ...frame, uid };
}

const frameIds = (uid: string) => ({ label: `${uid}-label`, hint: `${uid}-hint`, error: `${uid}-error` });

function describedBy({ uid, hint, error }: Framed): string | undefined {
  const ids = frameIds(uid);
  const parts = [hint && ids.hint, error && ids.error].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** How the control inside is named and described: by its parts on H5, in one sentence on WeChat, which can't point. */
export function spokenBy(props: Framed): A11y {
  const { uid, label, hint, error, optional } = props;
  if (process.env.TARO_ENV === 'h5') {
    return { labelledBy: frameIds(uid).label, describedBy: describedBy(props), invalid: error ? true : undefined };
  }
  const sentence = [error && `错误：${error}`, optional ? `${label}（选填）` : label, hint];
  return { label: sentence.filter(Boolean).join('，') };
}

/** Label, hint and error around a control. A field is answered unless it says 选填. */
export function FieldFrame(props: PropsWithChildren<Framed>) {
  const { id, uid, label, hint, error, optional, unseenLabel, children } = props;
  const ids = frameIds(uid);
  return (
    <View id={id} className={classNames('field', error && 'has-error')}>
      <View id={ids.label} className={unseenLabel ? 'page__unseen' : 'field__label'}>
        {label}
        {optional && <Text className="field__optional">（选填）</Text>}
      </View>
      {hint && (
        <View id={ids.hint} className="field__hint">
          {hint}
        </View>
      )}
      {error && (
        <View id={ids.error} className="field__error">
          <Icon name="alert" size="small" />
          <View className="field__error-text">{error}</View>
        </View>
      )}
      {children}
    </View>
  );
}

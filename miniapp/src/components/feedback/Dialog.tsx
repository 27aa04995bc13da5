import { View } from '@tarojs/components';
import { type PropsWithChildren, useEffect, useRef } from 'react';
import { a11y } from '@/lib/a11y';
import { useUid } from '@/lib/uid';
import { focusOn, holdFocus, rememberFocus } from '@/platform/focus';
import { Button } from '../actions/Button';
import './Dialog.scss';

interface DialogProps {
  title: string;
  /** Names the act: 取消这次预约. */
  confirmText: string;
  cancelText?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * One question in front of the page, only before what can't be undone. While it is rendered it has the focus, keeps it,
 * and gives it back; Escape cancels.
 */
export function Dialog(props: PropsWithChildren<DialogProps>) {
  const { title, confirmText, cancelText = '返回', danger, busy, onConfirm, onCancel, children } = props;
  const boxId = useUid('dialog');
  const titleId = `${boxId}-title`;
  const cancel = useRef(onCancel);
  cancel.current = onCancel;

  useEffect(() => {
    const giveBack = rememberFocus();
    const letGo = holdFocus(boxId, () => cancel.current());
    focusOn(titleId);
    return () => {
      letGo();
      giveBack();
    };
  }, [boxId, titleId]);

  return (
    <View className="dialog" catchMove>
      <View id={boxId} className="dialog__box" {...a11y({ role: 'alertdialog', modal: true, label: title })}>
        <View id={titleId} className="dialog__title" {...a11y({ role: 'heading', level: 2, tabStop: false })}>
          {title}
        </View>
        {children && <View className="dialog__body">{children}</View>}
        <View className="dialog__acts">
          <Button kind={danger ? 'danger' : 'main'} busy={busy} onPress={onConfirm}>
            {confirmText}
          </Button>
          <Button kind="text" disabled={busy} onPress={onCancel}>
            {cancelText}
          </Button>
        </View>
      </View>
    </View>
  );
}

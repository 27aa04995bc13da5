import { Image, View } from '@tarojs/components';
import { useMemo } from 'react';
import { a11y } from '@/lib/a11y';
import { qrDataUri } from './qr';
import './QrCode.scss';

interface QrCodeProps {
  /** What a scanner reads. */
  value: string;
  /** What it is for, e.g. '预约凭证码'. */
  label: string;
  /** The same in print, for whoever types it; read out by people, so it is grouped. */
  text: string;
}

export function QrCode({ value, label, text }: QrCodeProps) {
  const source = useMemo(() => qrDataUri(value), [value]);
  const alternative = `${label}：${text}`;
  const named =
    process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: alternative } } : a11y({ role: 'img', label: alternative });
  return (
    <View className="qr-code">
      <Image className="qr-code__image" src={source} mode="aspectFit" {...named} />
      <View className="qr-code__text">{text}</View>
    </View>
  );
}

import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Pressable } from '../actions/Pressable';
import './SummaryList.scss';

export interface SummaryRow {
  label: string;
  value: ReactNode;
  /** Leads back to this one question. */
  onChange?: () => void;
}

/** Check your answers, or the facts of one thing: a name and a value a row. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <View className="summary-list">
      {rows.map(({ label, value, onChange }) => (
        <View key={label} className="summary-list__row">
          <View className="summary-list__pair">
            <View className="summary-list__label">{label}</View>
            <View className="summary-list__value">{value}</View>
          </View>
          {onChange && (
            <Pressable className="summary-list__change" role="link" label={`更改${label}`} onPress={onChange}>
              更改
            </Pressable>
          )}
        </View>
      ))}
    </View>
  );
}

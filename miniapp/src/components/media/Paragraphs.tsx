import { Text, View } from '@tarojs/components';
import './Paragraphs.scss';

/** A text as it was written, one block a line, that can be selected and copied. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <View className="paragraphs">
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <View key={`${index}-${line}`} className="paragraphs__one">
            <Text userSelect>{line}</Text>
          </View>
        ))}
    </View>
  );
}

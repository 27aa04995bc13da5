import { View } from '@tarojs/components';
import { type AppealStatus, type StrikeView, sayReferenceNo } from '@yiyun/shared';
import { Button, Card, Status, type Tone } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import './Strikes.scss';

const kinds = { noShow: '没有按时到场', cancel: '自己取消' };
const appeals: Record<AppealStatus, { tone: Tone; word: string }> = {
  pending: { tone: 'waiting', word: '申诉处理中' },
  upheld: { tone: 'done', word: '申诉成立，已不计' },
  rejected: { tone: 'failed', word: '申诉未成立' },
};

/** What counts against a person, each with what became of an appeal, or the way to one. */
export function Strikes({ strikes }: { strikes: readonly StrikeView[] }) {
  return (
    <>
      {strikes.map((strike) => (
        <Strike key={`${strike.appointmentId} ${strike.kind}`} strike={strike} />
      ))}
    </>
  );
}

function Strike({ strike }: { strike: StrikeView }) {
  const { appointmentId, referenceNo, kind, matterName, startsAt, counts, appeal, canAppeal } = strike;
  return (
    <Card>
      <View className="strike__what">{`${kinds[kind]}：${matterName}`}</View>
      <View className="strike__line">{`约在${sayWhen(startsAt, now())} · ${sayReferenceNo(referenceNo)}`}</View>
      <View className="strike__state">
        {appeal ? (
          <Status tone={appeals[appeal.status].tone}>{appeals[appeal.status].word}</Status>
        ) : (
          <Status tone={counts ? 'attention' : 'off'}>{counts ? '计一次' : '不再计算'}</Status>
        )}
      </View>
      {appeal?.reply && <View className="strike__line">{`答复：${appeal.reply}`}</View>}
      {canAppeal && (
        <Button
          kind="secondary"
          id={`appeal-${referenceNo}`}
          label={`对${matterName}的这次记录申诉`}
          onPress={() => go('booking/appeal', { appointmentId })}
        >
          申诉
        </Button>
      )}
    </Card>
  );
}

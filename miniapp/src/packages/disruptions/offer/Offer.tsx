import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { ChooseAlternativeBody, DisruptionOfferView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { Button, Cell, NoticeBar, Section, SummaryList } from '@/components';
import { call } from '@/lib/call';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { sayWhen } from '@/lib/time';
import { Alternative } from './Alternative';
import { Answered } from './Answered';

/** One appointment that can't take place, the places held instead, and what one tap does. */
export function Offer({ offer }: { offer: DisruptionOfferView }) {
  const client = useQueryClient();
  const [tapped, setTapped] = useState('');
  const choose = useAct(
    (body: ChooseAlternativeBody, key) => api.disruptions.choose({ params: { affectedPartyId: offer.id }, body }, key),
    {
      onDone: async (answered) => {
        client.setQueryData(keys.offer(offer.id), answered);
        await client.invalidateQueries({ queryKey: keys.offers });
        void client.invalidateQueries({ queryKey: keys.appointments });
      },
      onProblem: () => void client.invalidateQueries({ queryKey: keys.offers }),
    },
  );
  const { availableActions: can, version, alternatives, hall } = offer;
  const take = (appointmentId: string) => {
    setTapped(appointmentId);
    choose.run({ version, appointmentId });
  };
  return (
    <>
      <NoticeBar tone="attention" text={`${shortHall(hall.name)}停办：${offer.reason}`} />
      {choose.problem && <NoticeBar tone="error" text={choose.problem} />}
      <Answered offer={offer} />
      {can.includes('choose') && alternatives.length > 0 && (
        <Section title="这几个号替您留着">
          <View className="alternative__how">点一个就改约，不算您取消。</View>
          {alternatives.map((alternative) => (
            <Alternative
              key={alternative.appointmentId}
              alternative={alternative}
              busy={choose.busy && tapped === alternative.appointmentId}
              disabled={choose.busy}
              onTake={() => take(alternative.appointmentId)}
            />
          ))}
        </Section>
      )}
      {can.includes('askForCall') && (
        <Button
          kind="secondary"
          icon="phone"
          id="ask-for-call"
          busy={choose.busy && tapped === ''}
          disabled={choose.busy}
          onPress={() => {
            setTapped('');
            choose.run({ version });
          }}
        >
          都不合适，请打电话给我
        </Button>
      )}
      <SummaryList
        rows={[
          { label: '办不了的预约', value: `${sayWhen(offer.startsAt, now())}，${offer.matterName}` },
          { label: '为谁办理', value: offer.taxpayerName || '我自己' },
        ]}
      />
      <Cell icon="phone" title={`致电办税服务厅 ${hall.telephone}`} onPress={() => call(hall.telephone)} />
      <Cell icon="calendar" title="看我的预约" onPress={() => go('booking/list')} />
    </>
  );
}

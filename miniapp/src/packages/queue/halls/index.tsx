import { useQuery } from '@tanstack/react-query';
import type { HallView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useHallLoads } from '@/api/use-hall-loads';
import { useFreshOnShow, usePullToRefresh } from '@/api/use-refresh';
import { Dialog, HallCell, Loaded, Page } from '@/components';
import { call } from '@/lib/call';
import { useSettings } from '@/state/settings';

/** How full each hall is now, for whoever just wants to come. */
export default function Halls() {
  const elder = useSettings((settings) => settings.elder);
  const halls = useQuery({ queryKey: keys.halls, queryFn: () => api.halls.list() });
  const loads = useHallLoads();
  const [asked, setAsked] = useState<HallView>();
  useFreshOnShow(keys.loads);
  usePullToRefresh(keys.halls, keys.loads);
  return (
    <Page title="各厅现在人多不多" lead="不预约也可以来，在导税台取号。每半分钟更新一次。">
      <Loaded query={halls} rows={4}>
        {(list) => (
          <>
            {list.map((hall) => (
              <HallCell
                key={hall.id}
                hall={hall}
                load={loads.get(hall.id)}
                brief={elder}
                onPress={() => setAsked(hall)}
              />
            ))}
          </>
        )}
      </Loaded>
      {asked && (
        <Dialog
          title={asked.name}
          confirmText={`打电话 ${asked.telephone}`}
          onConfirm={() => call(asked.telephone)}
          onCancel={() => setAsked(undefined)}
        >
          {`${asked.address}。${asked.guide}`}
        </Dialog>
      )}
    </Page>
  );
}

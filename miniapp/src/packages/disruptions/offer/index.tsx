import { useQuery } from '@tanstack/react-query';
import type { DisruptionOfferView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useFreshOnShow, usePullToRefresh } from '@/api/use-refresh';
import { Empty, Loaded, Page } from '@/components';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { Offer } from './Offer';

/** What a closed hall offers instead: the one that a message is about, or all that wait for an answer. */
export default function Offers() {
  const affectedPartyId = useParam('affectedPartyId');
  return (
    <Page title="预约办不了，请改时间">
      <SignedIn why="登录后可以看到为您留的号。" upTo="consent">
        {() => (affectedPartyId === '' ? <AllOffers /> : <OneOffer affectedPartyId={affectedPartyId} />)}
      </SignedIn>
    </Page>
  );
}

function OneOffer({ affectedPartyId }: { affectedPartyId: string }) {
  const query = useQuery({
    queryKey: keys.offer(affectedPartyId),
    queryFn: () => api.disruptions.offer({ params: { affectedPartyId } }),
  });
  useFreshOnShow(keys.offers);
  usePullToRefresh(keys.offers);
  return (
    <Loaded query={query} rows={5}>
      {(offer: DisruptionOfferView) => <Offer offer={offer} />}
    </Loaded>
  );
}

function AllOffers() {
  const query = useQuery({ queryKey: keys.offers, queryFn: () => api.disruptions.offers() });
  useFreshOnShow(keys.offers);
  usePullToRefresh(keys.offers);
  return (
    <Loaded query={query} rows={5}>
      {(offers) =>
        offers.length === 0 ? (
          <Empty icon="check" title="没有要改的预约" note="办税服务厅停办时，这里会有为您留的号。" />
        ) : (
          offers.map((offer) => <Offer key={offer.id} offer={offer} />)
        )
      }
    </Loaded>
  );
}

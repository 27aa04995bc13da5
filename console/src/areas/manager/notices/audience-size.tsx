import { useQuery } from '@tanstack/react-query';
import { type NoticeAudience, noticeAudienceNames } from '@yiyun/shared';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** How many people each audience has, counted anew whenever it is shown; undefined while unknown. */
function useAudienceSizes() {
  const { data, isError } = useQuery({
    queryKey: keys.noticeAudiences,
    queryFn: () => api.notices.audiences(),
    staleTime: 0,
  });
  return { sizeOf: (audience: NoticeAudience) => data?.find((one) => one.audience === audience)?.count, isError };
}

/** The audiences to choose from, each with its size. */
export function useAudienceOptions(audiences: readonly NoticeAudience[]) {
  const { sizeOf } = useAudienceSizes();
  return audiences.map((value) => {
    const size = sizeOf(value);
    return { value, label: `${noticeAudienceNames[value]}${size === undefined ? '' : `（${size} 人）`}` };
  });
}

/** To whom a notice will go, and to how many. */
export function AudienceSentence({ audience }: { audience: NoticeAudience }) {
  const { sizeOf, isError } = useAudienceSizes();
  const size = sizeOf(audience);
  const name = noticeAudienceNames[audience];
  if (size === 0) return <>{name}现在没有人，发布不出去。</>;
  const people =
    size === undefined ? (
      isError ? (
        '人数暂时统计不出来'
      ) : (
        '正在统计人数'
      )
    ) : (
      <>
        现在共 <strong>{size}</strong> 人
      </>
    );
  return (
    <>
      将发给{name}，{people}。公告会出现在他们的首页和“通知公告”里，标为未读；其他人也能看到，但不计入送达和已读。
    </>
  );
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { act, render, waitFor } from '@testing-library/react';
import { AppError, type MeView } from '@yiyun/shared';
import type { ComponentType } from 'react';
import { setClock } from '@/lib/clock';
import { useSession } from '@/state/session';

/** Monday, 23 November 2026, 09:30 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 23, 1, 30);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** What a route answers: a value, a refusal, a lost request, or nothing for now. */
export type Answer = unknown;
export const LOST = Symbol('lost');
export const PENDING = Symbol('pending');

export interface Sent {
  /** 'POST /help/requests' */
  route: string;
  query: Record<string, string>;
  body: Record<string, unknown> | undefined;
  header: Record<string, string>;
}

export const ME: MeView = {
  citizen: { id: 'C1', name: '王芳', maskedPhone: '138****5678' },
  consentVersion: '1',
  requiredConsentVersion: '1',
  bindings: [],
  proxies: [],
};

interface Options {
  params?: Record<string, string>;
  /** null: nobody is signed in. */
  me?: MeView | null;
  /** By method and path, such as `GET /cases`; a function is given the request. */
  answers?: Record<string, Answer>;
}

/** Renders a page as an app would, with a server in the hands of the test. */
export function openPage(Page: ComponentType, { params = {}, me = ME, answers = {} }: Options = {}) {
  setClock(() => NOW);
  jest.mocked(useRouter).mockReturnValue({ params } as never);
  useSession.setState({ token: me ? 'T' : undefined });
  const table: NonNullable<Options['answers']> = { 'GET /me': me, ...answers };
  const sent: Sent[] = [];

  jest.mocked(Taro.request).mockImplementation((async (option: Taro.request.Option) => {
    const [path = '', search = ''] = option.url.replace('/api', '').split('?');
    const route = `${option.method} ${path}`;
    const request: Sent = {
      route,
      query: Object.fromEntries(new URLSearchParams(search)),
      body: option.data,
      header: option.header as Record<string, string>,
    };
    sent.push(request);
    if (!(route in table)) throw new Error(`the test has no answer to ${route}`);
    const given = table[route];
    const answer: Answer = typeof given === 'function' ? given(request) : given;
    if (answer === PENDING) return new Promise(() => undefined);
    if (answer === LOST) throw new Error('lost');
    if (answer instanceof AppError) return refused(answer);
    return { statusCode: 200, data: answer };
  }) as never);

  const client = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { networkMode: 'always' } },
  });
  const view = render(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  );
  return {
    ...view,
    client,
    sent,
    /** What was sent to one route. */
    to: (route: string) => sent.filter((request) => request.route === route),
    /** From now on a route answers so. */
    answer: (route: string, next: Answer) => Object.assign(table, { [route]: next }),
    /** Pulls the page down and waits until it has settled. */
    pullDown: async () => {
      const settled = jest.mocked(Taro.stopPullDownRefresh);
      settled.mockClear();
      act(() => jest.mocked(usePullDownRefresh).mock.lastCall?.[0]());
      await waitFor(() => expect(settled).toHaveBeenCalledTimes(1));
    },
  };
}

const refused = ({ code, message, fields, status }: AppError) => ({
  statusCode: status,
  data: { code, message, fields, requestId: 'R' },
});

/** Where the app went last: `/packages/help/detail/index?helpRequestId=H1`. */
export function wentTo(how: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' = 'navigateTo'): string | undefined {
  const went = jest.mocked(Taro[how] as (option: { url: string }) => unknown);
  return went.mock.lastCall?.[0].url;
}

export const pageOf = <T,>(items: T[], nextCursor: string | null = null) => ({ items, nextCursor });

import { applyDecorators, Get, HttpCode, Patch, Post, SetMetadata } from '@nestjs/common';
import type { AnyRoute, HttpMethod, ResultOf } from '@yiyun/shared';

const verbs: Record<HttpMethod, (path: string) => MethodDecorator> = { GET: Get, POST: Post, PATCH: Patch };
export const ROUTE = 'contract:route';

/** Binds a controller's method to a route of the contract; the compiler checks its result. */
export function Handle<R extends AnyRoute>(route: R) {
  return <M extends (...args: never[]) => Promise<ResultOf<R>>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void =>
    applyDecorators(verbs[route.method](`api${route.path}`), HttpCode(200), SetMetadata(ROUTE, route))(
      target,
      key,
      descriptor as PropertyDescriptor,
    );
}

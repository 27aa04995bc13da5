import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner } from '@nestjs/core';
import type { AnyRoute, Rules } from '@yiyun/shared';
import { rulesOf } from '../../src/platform/http/dto.js';
import { ROUTE } from '../../src/platform/http/handle.js';

/** A controller's method that answers a route, and what Nest will hand to it. */
export interface Handler {
  name: string;
  route: AnyRoute;
  body: Given[];
  query: Given[];
}
interface Given {
  /** The rules by which the pipe judges it; undefined where it judges nothing. */
  rules: Rules | undefined;
  /** Set where the handler asks for one field only and so passes the DTO by. */
  field: string | undefined;
}

/** Every method of the controller that is bound to a route of the contract. */
export function handlersOf(controller: new (...args: never[]) => object): Handler[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((method) => {
    const route = Reflect.getMetadata(ROUTE, prototype[method] as object) as AnyRoute | undefined;
    if (!route) return [];
    const of = (kind: RouteParamtypes) => givenOf(controller, method, kind);
    return [
      { name: `${controller.name}.${method}`, route, body: of(RouteParamtypes.BODY), query: of(RouteParamtypes.QUERY) },
    ];
  });
}

function givenOf(controller: new (...args: never[]) => object, method: string, kind: RouteParamtypes): Given[] {
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number; data?: string }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ?? []) as unknown[];
  return Object.entries(given)
    .filter(([key]) => key.split(':')[0] === String(kind))
    .map(([, { index, data }]) => ({ rules: rulesOf(types[index]), field: data }));
}

/** What is wrong with the way a handler takes its request: parts that no rule judges, or judged by another's rules. */
export function unjudged({ name, route, body, query }: Handler): string[] {
  const parts = [
    { part: 'body', given: body, declared: route.body },
    { part: 'query', given: query, declared: route.query },
  ];
  return parts.flatMap(({ part, given, declared }) => [
    ...given.filter((g) => g.field !== undefined).map((g) => `${name} takes the ${part}'s ${g.field} past its DTO`),
    ...given.filter((g) => !g.rules).map(() => `${name} takes a ${part} that is no Dto`),
    ...given.filter((g) => g.rules && g.rules !== declared).map(() => `${name} judges its ${part} by another's rules`),
    ...(declared && given.length === 0 ? [`${name} leaves its ${part} unread`] : []),
  ]);
}

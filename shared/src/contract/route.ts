import type { Access } from '../access.js';
import type { ErrorCode } from '../errors.js';
import type { Rules, RulesFor } from '../rules.js';

/** One HTTP route: the only place where its method, path, rights, request and answer are written down. */
export type HttpMethod = 'GET' | 'POST' | 'PATCH';

export interface RouteTypes {
  query?: object;
  body?: object;
  result: unknown;
}

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What a route says about itself besides its types. Rules must be given exactly where a body or query is. */
export type RouteOptions<T extends RouteTypes> = {
  access: Access;
  /** A line of Chinese for the API documents. */
  summary: string;
  /** Refusals that this route can give, besides `commonErrors`. */
  errors?: readonly ErrorCode[];
  /** A write that can't be replayed, because its answer is a secret or a file; it takes no Idempotency-Key. */
  unrepeatable?: true;
  /** Content of the request when it is not JSON. */
  upload?: 'audio';
  /** Content of the answer when it is not JSON. */
  answers?: 'events' | 'audio';
} & (T extends { body: infer B extends object } ? { body: RulesFor<B> } : { body?: undefined }) &
  (T extends { query: infer Q extends object } ? { query: RulesFor<Q> } : { query?: undefined });

export interface Route<T extends RouteTypes = RouteTypes, Path extends string = string> {
  readonly method: HttpMethod;
  /** Below `/api`. */
  readonly path: Path;
  readonly access: Access;
  readonly summary: string;
  readonly errors: readonly ErrorCode[];
  readonly unrepeatable: boolean;
  readonly upload?: 'audio';
  readonly answers?: 'events' | 'audio';
  readonly body?: Rules;
  readonly query?: Rules;
  /** Never set: carries the types. */
  readonly types?: T;
}
// The base type of every route; `any` because a route's types are both read and written.
export type AnyRoute = Route<any, any>;

const declare =
  (method: HttpMethod) =>
  <T extends RouteTypes>() =>
  <Path extends string>(path: Path, options: RouteOptions<T>): Route<T, Path> => ({
    method,
    path,
    unrepeatable: false,
    errors: [],
    ...(options as Omit<RouteOptions<RouteTypes>, 'body' | 'query'> & { body?: Rules; query?: Rules }),
  });

export const get = declare('GET');
export const post = declare('POST');
export const patch = declare('PATCH');

export type ParamsOf<R> = R extends Route<any, infer Path> ? { [K in ParamNames<Path>]: string } : never;
export type ResultOf<R> = R extends Route<infer T, any> ? T['result'] : never;
export type BodyOf<R> = R extends Route<infer T, any> ? (T extends { body: infer B } ? B : undefined) : never;
export type QueryOf<R> = R extends Route<infer T, any> ? (T extends { query: infer Q } ? Q : undefined) : never;

type Field<Key extends string, T> = [T] extends [undefined]
  ? unknown
  : Partial<Record<never, never>> extends T
    ? { [K in Key]?: T }
    : { [K in Key]: T };
type ParamsField<R> =
  R extends Route<any, infer P> ? ([ParamNames<P>] extends [never] ? unknown : { params: ParamsOf<R> }) : unknown;
/** What a caller gives: params, query and body where the route has them; a query of optional fields may be left out. */
export type RequestOf<R> = ParamsField<R> & Field<'query', QueryOf<R>> & Field<'body', BodyOf<R>>;
export type Contract = { readonly [module: string]: { readonly [name: string]: AnyRoute } };

/** Every list is paged by a cursor; `nextCursor` is null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface PageQuery {
  cursor?: string;
  /** 1 to 100; 20 when left out. */
  limit?: number;
}
export const pageRules = {
  cursor: { kind: 'string', max: 200, optional: true, label: '页码' },
  limit: { kind: 'int', min: 1, max: 100, optional: true, label: '每页条数' },
} as const satisfies RulesFor<PageQuery>;

/** Every change names the version of what it changes: two people at once never overwrite each other. */
export interface VersionBody {
  version: number;
}
export const versionRules = {
  version: { kind: 'int', min: 1, max: 1_000_000, label: '版本' },
} as const satisfies RulesFor<VersionBody>;
export const idRule = { kind: 'string', max: 26, format: 'id' } as const;

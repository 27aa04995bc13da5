import type { AnyRoute, Contract, RequestOf, ResultOf } from './route.js';

/** A request as it leaves the client: a path with its parameters filled in, below the API's base address. */
export interface Wire {
  method: string;
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** Set on every write that may be repeated: the same key gets the same answer. */
  idempotencyKey?: string;
}
/** Sends one request; throws an AppError for a refusal, anything else when the network failed. */
export type Transport = (wire: Wire) => Promise<unknown>;

export interface CallOptions {
  /** Give the key of an earlier try to send the same request again; a new one is made when it is left out. */
  idempotencyKey?: string;
}

type Call<R> =
  Partial<Record<never, never>> extends RequestOf<R>
    ? (request?: RequestOf<R>, options?: CallOptions) => Promise<ResultOf<R>>
    : (request: RequestOf<R>, options?: CallOptions) => Promise<ResultOf<R>>;
export type Client<C extends Contract> = { [M in keyof C]: { [N in keyof C[M]]: Call<C[M][N]> } };

interface LooseRequest {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: object;
}

/** The path with its parameters filled in; throws when one is missing, so that no request goes to a wrong place. */
export function pathOf(route: AnyRoute, params: Record<string, string> = {}): string {
  return route.path.replace(/:(\w+)/g, (_: string, name: string) => {
    const value = params[name];
    if (!value) throw new Error(`${route.method} ${route.path} needs ${name}`);
    return encodeURIComponent(value);
  });
}

function queryOf(query: Record<string, unknown> = {}): Record<string, string> | undefined {
  const given = Object.entries(query).filter(([, v]) => v !== undefined && v !== '');
  return given.length > 0 ? Object.fromEntries(given.map(([k, v]) => [k, String(v)])) : undefined;
}

/** `api.appointments.book({ body })` for every route of the contract. `newKey` makes idempotency keys. */
export function createClient<C extends Contract>(contract: C, send: Transport, newKey: () => string): Client<C> {
  const call =
    (route: AnyRoute) =>
    (request: LooseRequest = {}, options: CallOptions = {}) =>
      send({
        method: route.method,
        path: pathOf(route, request.params),
        query: queryOf(request.query),
        body: request.body,
        idempotencyKey: route.method === 'GET' || route.unrepeatable ? undefined : (options.idempotencyKey ?? newKey()),
      });
  return Object.fromEntries(
    Object.entries(contract).map(([module, routes]) => [
      module,
      Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, call(route)])),
    ]),
  ) as Client<C>;
}

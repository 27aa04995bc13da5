import type { HttpReply, NativeCall } from '../wx/types';

/** Requests to the origin on the left go to the server on the right, as a hosts file would do. */
export type Resolve = Record<string, string>;

const DEFAULT_TIMEOUT_MS = 30_000;

interface HttpArg {
  url: string;
  method?: string;
  header?: Record<string, string>;
  body?: string;
  timeout?: number;
  name?: string;
  fileName?: string;
  base64?: string;
  formData?: Record<string, unknown>;
}

function resolved(url: string, resolve: Resolve): string {
  const origin = Object.keys(resolve).find((o) => url === o || url.startsWith(`${o}/`) || url.startsWith(`${o}?`));
  return origin === undefined ? url : resolve[origin] + url.slice(origin.length);
}

function uploadForm(arg: HttpArg): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(arg.formData ?? {})) form.append(key, String(value));
  form.append(arg.name ?? 'file', new Blob([Buffer.from(arg.base64 ?? '', 'base64')]), arg.fileName);
  return form;
}

async function reply(response: Response, asBase64: boolean): Promise<HttpReply> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    header: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie(),
    body: bytes.toString(asBase64 ? 'base64' : 'utf8'),
  };
}

/** What went wrong, in the words of the network: ECONNREFUSED, timeout. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  return name === 'TimeoutError' ? 'timeout' : (cause?.code ?? message);
}

/** The client's own work, done by Node: real HTTP to a real server. Failures are errors with the network's reason. */
export function createNative(resolve: Resolve): NativeCall {
  return async (name, given) => {
    const arg = given as unknown as HttpArg;
    const url = resolved(arg.url, resolve);
    const common = { headers: arg.header ?? {}, signal: AbortSignal.timeout(arg.timeout ?? DEFAULT_TIMEOUT_MS) };
    try {
      if (name === 'upload')
        return await reply(await fetch(url, { ...common, method: 'POST', body: uploadForm(arg) }), false);
      if (name === 'download') return await reply(await fetch(url, common), true);
      const { method = 'GET', body = null } = arg;
      return await reply(await fetch(url, { ...common, method, body }), false);
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    }
  };
}

import { plainCopy, type WxBuilder } from './define';
import { type HttpReply, type WxArg, WxFailure } from './types';

/** The verbs of wx.request; PATCH is not among them. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];
const DEFAULT_TIMEOUT_MS = 60_000;

const encode = (data: object): string =>
  Object.entries(data)
    .map(([key, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      return `${encodeURIComponent(key)}=${encodeURIComponent(text)}`;
    })
    .join('&');

/** Headers in lower case, without those that WeChat sets itself. */
function cleanHeader(header: unknown): Record<string, string> {
  const entries = Object.entries((header ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), String(value)]).filter(([name]) => name !== 'referer'),
  );
}

function readData(reply: HttpReply, dataType: unknown): unknown {
  if (dataType !== undefined && dataType !== 'json') return reply.body;
  try {
    return JSON.parse(reply.body) as unknown;
  } catch {
    return reply.body; // the client, too, hands over text that is not JSON
  }
}

export function defineNetwork(builder: WxBuilder): void {
  const { host, wx } = builder;
  const { phone } = host;

  const checkReachable = (url: string) => {
    if (!/^https?:\/\//.test(url)) throw new WxFailure(`invalid url "${url}"`, 600_009);
    const listed = phone.domains.some((d) => url === d || url.startsWith(`${d}/`) || url.startsWith(`${d}?`));
    if (!listed) throw new WxFailure('url not in domain list', 600_002);
    if (phone.network.type === 'none') throw new WxFailure('errcode:-106 net::ERR_INTERNET_DISCONNECTED', 600_001);
  };

  /** An API that gives a task which can be aborted; callbacks only, as in WeChat. */
  const task = (name: string, run: (arg: WxArg) => Promise<object>) => {
    wx[name] = (arg: WxArg = {}) => {
      host.record(name, arg);
      let abort: (reason: WxFailure) => void = () => undefined;
      const aborted = new Promise<never>((_resolve, reject) => {
        abort = reject;
      });
      const work = Promise.resolve().then(async () => {
        checkReachable(String(arg.url ?? ''));
        if (phone.network.latencyMs > 0) await new Promise((r) => setTimeout(r, phone.network.latencyMs));
        return { errMsg: `${name}:ok`, ...(await run(arg)) };
      });
      void builder.settle(name, Promise.race([work, aborted]), { complete: () => undefined, ...arg });
      const ignore = () => undefined;
      return {
        abort: () => abort(new WxFailure('abort')),
        onHeadersReceived: ignore,
        offHeadersReceived: ignore,
        onProgressUpdate: ignore,
        offProgressUpdate: ignore,
      };
    };
  };

  task('request', async (arg) => {
    const method = String(arg.method ?? 'GET').toUpperCase();
    if (!METHODS.includes(method)) throw new WxFailure(`invalid method "${method}"`);
    const header = { 'content-type': 'application/json', ...cleanHeader(arg.header) };
    let url = String(arg.url);
    let body: string | undefined;
    const { data } = arg;
    if (data !== undefined && data !== null) {
      if (method === 'GET') {
        if (typeof data === 'object' && Object.keys(data).length > 0)
          url += (url.includes('?') ? '&' : '?') + encode(data);
      } else if (typeof data === 'string') body = data;
      else body = header['content-type'].includes('json') ? JSON.stringify(data) : encode(data);
    }
    const referer = `https://servicewechat.com/${phone.appId}/devtools/page-frame.html`;
    const timeout = Number(arg.timeout ?? DEFAULT_TIMEOUT_MS);
    const reply = await host.native('request', { url, method, header: { ...header, referer }, body, timeout });
    return {
      data: readData(reply, arg.dataType),
      statusCode: reply.status,
      header: reply.header,
      cookies: reply.cookies,
    };
  });

  task('uploadFile', async (arg) => {
    const path = String(arg.filePath);
    const base64 = phone.files[path];
    if (base64 === undefined) throw new WxFailure(`file not found ${path}`);
    if (!arg.name) throw new WxFailure('parameter error: parameter.name should be String');
    const header = cleanHeader(arg.header);
    // the form's boundary is the client's to set
    delete header['content-type'];
    const reply = await host.native('upload', {
      url: arg.url,
      header,
      name: arg.name,
      fileName: path.split('/').pop(),
      base64,
      formData: plainCopy(arg.formData ?? {}),
      timeout: Number(arg.timeout ?? DEFAULT_TIMEOUT_MS),
    });
    return { data: reply.body, statusCode: reply.status };
  });

  task('downloadFile', async (arg) => {
    const reply = await host.native('download', { url: arg.url, header: cleanHeader(arg.header) });
    const path = String(arg.filePath ?? `wxfile://tmp_download_${Object.keys(phone.files).length}`);
    phone.files[path] = reply.body;
    return { tempFilePath: path, filePath: arg.filePath, statusCode: reply.status };
  });

  builder.api('getNetworkType', () => ({ networkType: phone.network.type }));
}

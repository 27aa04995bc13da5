import { exchangeJson } from '../exchange.js';
import { GatewayError } from '../gateway-error.js';
import { type NoTranscript, type SpeechAudio, SpeechToText, type Transcription } from './speech-to-text.js';

export interface AliyunSpeechOptions {
  /** For example `https://nls-gateway-cn-shanghai.aliyuncs.com`. */
  baseUrl: string;
  appKey: string;
  /** A token for now; `replace` is asked once when the service refuses it. `aliyunSpeechTokens` gives both. */
  tokens: { get(): Promise<string>; replace(refused: string): Promise<string> };
  timeoutMs?: number;
}

const OK = 20000000;
const TOKEN_REFUSED = 40000001;
const TOO_MANY = 40000005;
/** The service's name of each format that it reads; it has none for WebM and MP4. */
const formats: Record<string, string> = { 'audio/mpeg': 'mp3', 'audio/wav': 'wav', 'audio/ogg': 'opus' };

/**
 * Alibaba Cloud's one-sentence recognition over REST (`POST /stream/v1/asr`), up to 60 seconds of one channel.
 * It reports no confidence.
 */
export class AliyunSpeechToText extends SpeechToText {
  constructor(private readonly options: AliyunSpeechOptions) {
    super();
  }

  override async transcribe(speech: SpeechAudio): Promise<Transcription> {
    const format = formats[speech.mime];
    if (!format) return { unavailable: 'format' };
    try {
      const token = await this.options.tokens.get();
      let reply = await this.#recognise(speech.audio, format, token);
      if (Number(reply.status) === TOKEN_REFUSED) {
        reply = await this.#recognise(speech.audio, format, await this.options.tokens.replace(token));
      }
      return understand(reply);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      const why: NoTranscript = error.kind === 'limited' ? 'limited' : 'failed';
      return { unavailable: why, providerCode: error.providerCode };
    }
  }

  async #recognise(audio: Uint8Array, format: string, token: string): Promise<Record<string, unknown>> {
    const url = new URL('/stream/v1/asr', this.options.baseUrl);
    url.search = new URLSearchParams({
      appkey: this.options.appKey,
      format,
      sample_rate: '16000',
      enable_punctuation_prediction: 'true',
      enable_inverse_text_normalization: 'true',
    }).toString();
    const { body } = await exchangeJson('speech', url, {
      method: 'POST',
      headers: { 'x-nls-token': token, 'content-type': 'application/octet-stream' },
      body: audio,
      timeoutMs: this.options.timeoutMs ?? 20_000,
    });
    return body;
  }
}

/** 40000003 is a parameter, 4101xxxx the sound itself: neither gets better by trying again. */
function understand(reply: Record<string, unknown>): Transcription {
  const status = Number(reply.status);
  const providerCode = String(reply.status ?? 'malformed');
  if (status === TOO_MANY) return { unavailable: 'limited', providerCode };
  if (status === 40000003 || Math.floor(status / 10_000) === 4101) return { unavailable: 'format', providerCode };
  if (status !== OK || typeof reply.result !== 'string') return { unavailable: 'failed', providerCode };
  return reply.result === '' ? { unavailable: 'silent' } : { text: reply.result, confidence: null };
}

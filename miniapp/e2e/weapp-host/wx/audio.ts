import type { WxBuilder } from './define';
import { Emitter } from './emitter';
import { byteLength } from './files';
import { WxFailure, type WxHost } from './types';

const EVENTS = ['Canplay', 'Play', 'Pause', 'Stop', 'Ended', 'TimeUpdate', 'Error', 'Seeking', 'Seeked', 'Waiting'];
/** Errors of InnerAudioContext: 10001 system, 10002 network, 10003 file, 10004 format. */
const NETWORK_ERROR = 10_002;
/** A sound lasts this long here, whatever it says: enough for a page to show that it plays. */
const PLAYS_MS = 60;

/** Fetches what would be played: a file of the phone, or a URL without any header, as WeChat's player does. */
async function load(host: WxHost, src: string): Promise<number> {
  const file = host.phone.files[src];
  if (file !== undefined) return byteLength(file);
  if (!/^https?:\/\//.test(src)) throw new WxFailure(`no such file ${src}`);
  if (host.phone.network.type === 'none') throw new WxFailure('net::ERR_INTERNET_DISCONNECTED');
  const reply = await host.native('download', { url: src, header: {} });
  if (reply.status !== 200 && reply.status !== 206) throw new WxFailure(`HTTP ${reply.status}`);
  return byteLength(reply.body);
}

/** A player that really loads its sound and then plays it in no time. */
export function defineAudio(builder: WxBuilder): void {
  const { host } = builder;
  builder.sync('createInnerAudioContext', () => {
    const events = new Emitter();
    let ending: ReturnType<typeof setTimeout> | undefined;
    const halt = (event: string) => {
      clearTimeout(ending);
      player.paused = true;
      events.emit(event);
    };
    const begin = async () => {
      try {
        const bytes = await load(host, player.src);
        if (bytes === 0) throw new WxFailure('empty sound');
      } catch (error) {
        player.paused = true;
        const errMsg = error instanceof Error ? error.message : String(error);
        return events.emit('Error', { errCode: NETWORK_ERROR, errMsg });
      }
      if (player.paused) return;
      player.duration = PLAYS_MS / 1000;
      events.emit('Canplay');
      events.emit('Play');
      events.emit('TimeUpdate');
      ending = setTimeout(() => halt('Ended'), PLAYS_MS);
    };
    const player = {
      src: '',
      autoplay: false,
      paused: true,
      duration: 0,
      currentTime: 0,
      playbackRate: 1,
      play: () => {
        host.record('InnerAudioContext.play', { src: player.src });
        player.paused = false;
        void begin();
      },
      pause: () => halt('Pause'),
      stop: () => halt('Stop'),
      seek: () => undefined,
      destroy: () => clearTimeout(ending),
    };
    events.expose(player, EVENTS);
    return player;
  });
  builder.accepted(['setInnerAudioOption']);
}

import Taro from '@tarojs/taro';

export interface PlayerEvents {
  onPlaying(): void;
  /** Where the playing stands, in ms. */
  onProgress(positionMs: number): void;
  /** It ended, was stopped, or gave way to another clip. */
  onEnd(): void;
  onFault(): void;
}

let silence: (() => void) | undefined;

/**
 * Plays one clip; a clip that plays already is stopped, so that two never sound at once. WeChat's audio can't send
 * headers: `url` is a local file or a signed address.
 * @returns stops the playing
 */
export function play(url: string, events: PlayerEvents): () => void {
  silence?.();
  const audio = Taro.createInnerAudioContext();
  let ended = false;
  const end = (tell: () => void) => () => {
    if (ended) return;
    ended = true;
    silence = undefined;
    audio.destroy();
    tell();
  };
  const stop = end(events.onEnd);
  audio.onPlay(() => events.onPlaying());
  audio.onTimeUpdate(() => {
    // A browser reports the position once more after the end.
    if (!ended) events.onProgress(audio.currentTime * 1000);
  });
  audio.onEnded(stop);
  audio.onError(end(events.onFault));
  audio.src = url;
  audio.play();
  silence = stop;
  return stop;
}

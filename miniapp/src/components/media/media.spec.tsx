import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { setClock } from '@/lib/clock';
import { createRecorder } from '@/platform/recorder';
import { RecorderError, type Recording } from '@/platform/recorder/types';
import { QrCode } from './QrCode';
import { qrDataUri } from './qr';
import { VoicePlayer } from './VoicePlayer';
import { VoiceRecorderPanel } from './VoiceRecorderPanel';

jest.mock('@/platform/recorder');

const CLIP: Recording = { path: 'blob:1', durationMs: 7000, bytes: 4000, mime: 'audio/webm' };

/** An audio element in the hands of the test. */
function fakeAudio() {
  const heard: Record<string, () => void> = {};
  const audio = {
    src: '',
    currentTime: 0,
    play: jest.fn(),
    destroy: jest.fn(),
    onPlay: (tell: () => void) => Object.assign(heard, { play: tell }),
    onTimeUpdate: (tell: () => void) => Object.assign(heard, { time: tell }),
    onEnded: (tell: () => void) => Object.assign(heard, { end: tell }),
    onError: (tell: () => void) => Object.assign(heard, { error: tell }),
  };
  jest.mocked(Taro.createInnerAudioContext).mockReturnValueOnce(audio as never);
  return { audio, hear: (event: 'play' | 'time' | 'end' | 'error') => act(() => heard[event]?.()) };
}

describe('QrCode', () => {
  it('has what it stands for as its alternative, and in print', () => {
    render(<QrCode value="YZ23110427" label="预约凭证码" text="YZ 2311 0427" />);
    expect(screen.getByRole('img', { name: '预约凭证码：YZ 2311 0427' })).toHaveAttribute(
      'src',
      expect.stringMatching(/^data:image\/gif;base64,/),
    );
    expect(screen.getByText('YZ 2311 0427')).toBeInTheDocument();
  });

  it('differs with what it says', () => {
    expect(qrDataUri('A')).not.toBe(qrDataUri('B'));
  });
});

describe('VoicePlayer', () => {
  it('says whose voice and how long, plays, counts down and ends', () => {
    const { audio, hear } = fakeAudio();
    render(<VoicePlayer src="/clip" durationMs={65_000} label="您的提问" />);
    fireEvent.click(screen.getByRole('button', { name: '播放您的提问，1 分 5 秒' }));
    expect(audio).toMatchObject({ src: '/clip' });
    hear('play');
    audio.currentTime = 5;
    hear('time');
    expect(screen.getByText('1:00')).toBeInTheDocument();
    hear('end');
    expect(screen.getByRole('button', { name: /^播放/ })).toBeInTheDocument();
    expect(audio.destroy).toHaveBeenCalledTimes(1);
  });

  it('gives way to another clip', () => {
    const first = fakeAudio();
    render(
      <>
        <VoicePlayer src="/1" durationMs={1000} label="甲" />
        <VoicePlayer src="/2" durationMs={1000} label="乙" />
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: /播放甲/ }));
    fakeAudio();
    fireEvent.click(screen.getByRole('button', { name: /播放乙/ }));
    expect(first.audio.destroy).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: /^播放甲/ })).toBeInTheDocument();
  });

  it('says when a clip can’t be played', () => {
    const { hear } = fakeAudio();
    render(<VoicePlayer src="/gone" durationMs={1000} label="甲" />);
    fireEvent.click(screen.getByRole('button'));
    hear('error');
    expect(screen.getByText(/播放不了/)).toBeInTheDocument();
  });
});

describe('VoiceRecorderPanel', () => {
  const start = jest.fn();
  const stop = jest.fn();
  const cancel = jest.fn();
  beforeEach(() => {
    jest.useFakeTimers();
    start.mockReset().mockResolvedValue(undefined);
    stop.mockReset().mockResolvedValue(CLIP);
    cancel.mockReset();
    jest.mocked(createRecorder).mockReturnValue({ start, stop, cancel });
  });
  afterEach(() => jest.useRealTimers());

  function Panel() {
    const [recording, setRecording] = useState<Recording>();
    return <VoiceRecorderPanel recording={recording} onChange={setRecording} maxSeconds={30} />;
  }
  const press = async (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

  it('records, shows the time, and gives the clip to listen to or throw away', async () => {
    setClock(() => Date.now());
    const { unmount } = render(<Panel />);
    await press('开始录音');
    expect(start).toHaveBeenCalledWith(30_000, expect.any(Function));
    act(() => jest.advanceTimersByTime(3000));
    expect(screen.getByText('0:03 / 0:30')).toBeInTheDocument();
    await press('说完了，停止录音');
    expect(screen.getByRole('button', { name: '播放您的录音，7 秒' })).toBeInTheDocument();
    await press('删除，重新录');
    expect(screen.getByRole('button', { name: '开始录音' })).toBeInTheDocument();
    unmount();
    expect(cancel).not.toHaveBeenCalled();
  });

  it('keeps what was said when the time is up', async () => {
    render(<Panel />);
    await press('开始录音');
    await act(async () => start.mock.calls[0][1](CLIP));
    expect(screen.getByRole('button', { name: /播放您的录音/ })).toBeInTheDocument();
  });

  it('says what to do without a microphone', async () => {
    start.mockRejectedValue(new RecorderError('denied'));
    render(<Panel />);
    await press('开始录音');
    expect(screen.getByText(/没有麦克风权限/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '开始录音' })).toBeInTheDocument();
  });

  it('lets the microphone go when the page is left', async () => {
    const { unmount } = render(<Panel />);
    await press('开始录音');
    unmount();
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});

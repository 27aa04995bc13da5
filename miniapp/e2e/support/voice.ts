import { readFileSync } from 'node:fs';
import path from 'node:path';

const RECORDING = path.resolve(__dirname, '../../../server/src/platform/voice/testing/question.mp3');

/** A question that somebody spoke, as a WeChat phone records it: mp3, 16 kHz, mono. */
export const voice = (): Buffer => readFileSync(RECORDING);

const RATE = 16_000;
const HEADER_BYTES = 44;
const LOUDEST = 12_000;

/** A hum that rises and falls four times a second, as a wav file: what a browser's pretended microphone hears. */
export function hum(seconds: number): Buffer {
  const samples = seconds * RATE;
  const wav = Buffer.alloc(HEADER_BYTES + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i += 1) {
    const at = (2 * Math.PI * i) / RATE;
    wav.writeInt16LE(Math.round(LOUDEST * Math.sin(220 * at) * Math.abs(Math.sin(2 * at))), HEADER_BYTES + i * 2);
  }
  return wav;
}

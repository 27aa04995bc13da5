import { HOUR_MS, MINUTE_MS } from '@yiyun/shared';
import { lotsOf } from '../lots.js';
import type { Person } from '../people.js';
import type { World } from '../world.js';
import { acceptAnswer, type Topic } from './questions.js';

export interface ScriptedQuestion {
  person: Person;
  topic: Topic;
  askedAt: number;
  answeredAt: number;
  accepted: 'no' | 'yes' | 'public';
  /** Spoken instead of written; an officer types what was said. */
  voices?: { question: Buffer; answer: Buffer; transcript: string };
}

/** A question with its answer, each at its instant. */
export function askAndAnswer(world: World, question: ScriptedQuestion): void {
  const { person, topic, askedAt, answeredAt, accepted, voices } = question;
  const { asking, answering, voice, timeline } = world;
  const officer = world.officers.any(lotsOf(world.seed, 'answers', topic.ask, accepted));
  timeline.plan(askedAt, async () => {
    const clip = voices && (await voice.uploadByCitizen(person.ctx, voices.question));
    const asked = await asking.ask(person.ctx, clip ? { voiceClipId: clip.id } : { text: topic.ask });
    timeline.plan(answeredAt - 9 * MINUTE_MS, async () => {
      const { id } = asked;
      let { version } = await answering.claim(officer, id, { version: asked.version });
      if (clip) {
        const text = voices.transcript;
        ({ version } = await answering.transcribe(officer, id, { version, voiceClipId: clip.id, text }));
      }
      timeline.plan(answeredAt, async () => {
        const spoken = voices && (await voice.uploadByStaff(officer, voices.answer));
        const said = { text: `您好，${topic.answer}`, ...(spoken && { voiceClipId: spoken.id }) };
        await answering.answer(officer, id, { version, ...said });
        if (accepted === 'no') return;
        timeline.plan(answeredAt + 2 * HOUR_MS, async () => {
          await acceptAnswer(world, person, await asking.get(person.ctx, id), accepted === 'public');
        });
      });
    });
  });
}

/** A spoken question that nobody has taken yet. */
export function leaveVoiceQuestion(
  world: World,
  { person, sound, text, at }: { person: Person; sound: Buffer; text: string; at: number },
): void {
  world.timeline.plan(at, async () => {
    const { id } = await world.voice.uploadByCitizen(person.ctx, sound);
    await world.asking.ask(person.ctx, { text, voiceClipId: id });
  });
}

import { AppError, type PhoneCodePurpose } from '@yiyun/shared';
import type { TestApp } from './start-app.js';

/** Asks for a code and reads it from the demonstration's outbox, as a person does. */
export async function codeSentTo(test: TestApp, phone: string, purpose?: PhoneCodePurpose): Promise<string> {
  await test.client().identity.sendPhoneCode({ body: { phone, ...(purpose && { purpose }) } });
  return lastCode(test, phone);
}

export async function lastCode(test: TestApp, phone: string): Promise<string> {
  const messages = await test.client().demo.outbox();
  const code = messages.find((message) => message.phone === phone)?.text.match(/\d{6}/)?.[0];
  if (!code) throw new Error(`no code was sent to ${phone}`);
  return code;
}

/** Some code that is not `code`. */
export const wrongFor = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');

/** The code of a refusal, or undefined when there was none. */
export async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof AppError) return error.code;
      throw error;
    },
  );
}

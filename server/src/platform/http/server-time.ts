import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../clock.js';

/** Says with every answer, in the `Date` header, what time it is by the clock by which the server decides. */
export function sendServerTime(app: NestFastifyApplication): void {
  const clock = app.get(Clock);
  let second = 0;
  let said = '';
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      const now = Math.floor(clock.now() / 1000);
      if (now !== second) {
        second = now;
        said = new Date(now * 1000).toUTCString();
      }
      void reply.header('date', said);
      done();
    });
}

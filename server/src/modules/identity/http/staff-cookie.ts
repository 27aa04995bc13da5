import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock.js';
import type { Config } from '../../../platform/config/config.js';
import { InjectConfig } from '../../../platform/config/config.token.js';
import { STAFF_COOKIE } from '../../../platform/http/sessions.js';
import type { NewSession } from '../sessions.js';

/** The staff session's token lives in a cookie that scripts can't read and other sites can't send. */
@Injectable()
export class StaffCookie {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  set(reply: FastifyReply, { token, expiresAt }: NewSession): void {
    void reply.setCookie(STAFF_COOKIE, token, {
      ...this.options,
      maxAge: Math.floor((expiresAt - this.clock.now()) / 1000),
    });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(STAFF_COOKIE, this.options);
  }

  private get options() {
    return { path: '/api', httpOnly: true, sameSite: 'strict', secure: this.config.mode === 'production' } as const;
  }
}

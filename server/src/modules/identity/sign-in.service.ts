import { Injectable } from '@nestjs/common';
import { AppError, type SessionView } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { isDuplicate } from '../../platform/database/database-errors.js';
import { GatewayError, WechatGateway } from '../../platform/gateways/index.js';
import type { Context } from '../../platform/http/context.js';
import { citizenOf } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { type Command, Recorder, UnitOfWork } from '../records/index.js';
import { CitizenAccounts, type NewCitizen } from './citizen-accounts.js';
import { unavailable } from './domain/refusals.js';
import { PhoneCodes } from './phone-codes.js';
import { Sessions } from './sessions.js';
import { type Citizen, CitizenStore } from './storage/citizen.store.js';
import { meView } from './storage/me.view.js';

/** How somebody proved who he is: what finds the account, or makes it. */
interface Proof {
  find(): Promise<Citizen | undefined>;
  account: Omit<NewCitizen, 'id'>;
  /** Uses up what can be used once. */
  spend(command: Command): Promise<void>;
}

const refusals: Record<string, 'auth.wechat_code_invalid' | 'auth.forbidden' | undefined> = {
  'wechat.code_invalid': 'auth.wechat_code_invalid',
  'wechat.user_blocked': 'auth.forbidden',
};

/** Citizens sign in by WeChat or by phone; the first time makes the account. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly store: CitizenStore,
    private readonly accounts: CitizenAccounts,
    private readonly sessions: Sessions,
    private readonly codes: PhoneCodes,
    private readonly wechat: WechatGateway,
    private readonly clock: Clock,
  ) {}

  async byWechat(ctx: Context, code: string): Promise<SessionView> {
    const { openid } = await this.identify(ctx, code);
    const find = () => this.store.byOpenid(this.db.read, openid);
    return this.signIn(ctx, { find, account: { openid }, spend: async () => undefined });
  }

  /** A phone that a WeChat citizen has verified leads to that citizen's account. */
  async byPhone(ctx: Context, phone: string, code: string): Promise<SessionView> {
    const right = await this.codes.check(ctx, 'identity.signInPhone', { purpose: 'signIn', phone, code });
    const find = () => this.store.byPhone(this.db.read, phone);
    return this.signIn(ctx, { find, account: { phone }, spend: (command) => this.codes.spend(command, right) });
  }

  async signOut(ctx: Context): Promise<{ signedOut: true }> {
    const { id, sessionId } = citizenOf(ctx);
    await this.work.run(ctx, 'identity.signOut', async (command) => {
      await this.sessions.end(command, command.at, sessionId);
      await this.accounts.change(command, id, {}, { kind: 'CitizenSignedOut', facts: { sessionId } });
    });
    this.sessions.forget(id);
    return { signedOut: true };
  }

  private async identify(ctx: Context, loginCode: string): Promise<{ openid: string }> {
    try {
      return await this.wechat.code2Session(loginCode);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      const code = refusals[error.reason ?? ''];
      if (!code) throw unavailable(error);
      const refusal = new AppError(code);
      await this.recorder.refused(ctx, 'identity.signInWechat', refusal);
      throw refusal;
    }
  }

  private async signIn(ctx: Context, proof: Proof): Promise<SessionView> {
    const known = await proof.find();
    try {
      return await this.open(ctx, known, proof);
    } catch (error) {
      // Two first sign-ins at once: the other one has made the account.
      if (known || !isDuplicate(error)) throw error;
      return this.open(ctx, await proof.find(), proof);
    }
  }

  /** The session is opened by the citizen himself, and stands in his record as his own act. */
  private open(ctx: Context, known: Citizen | undefined, proof: Proof): Promise<SessionView> {
    const id = known?.id ?? newId(this.clock.now());
    const actor = { kind: 'citizen', id, sessionId: '', consented: false, phoneVerified: false } as const;
    return this.work.run({ ...ctx, actor }, 'identity.signIn', async (command) => {
      await proof.spend(command);
      const { token, expiresAt, id: sessionId } = await this.sessions.open(command, command.at, actor);
      if (known) {
        const lastSignInAt = command.at;
        const entry = { kind: 'CitizenSignedIn', facts: { lastSignInAt, sessionId } };
        await this.accounts.change(command, id, { lastSignInAt }, entry);
      } else {
        await this.accounts.register(command, { id, ...proof.account }, { sessionId });
      }
      const [citizen] = await this.store.byIds(command.manager, [id]);
      if (!citizen) throw new Error('a citizen who has just signed in is gone');
      const bindings = await this.store.bindings(command.manager, id);
      return { token, expiresAt, me: meView(citizen, bindings, await this.store.proxiesOf(command.manager, id)) };
    });
  }
}

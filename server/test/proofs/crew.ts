import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, startListening } from '../../bench/processes.js';
import { productionEnv } from '../../bench/production-env.js';
import { type FreshDatabase, freshDatabase } from '../harness/fresh-database.js';

const SERVER = 'src/main.ts';

/** Real server processes on one fresh database: two on a database server, one on SQLite, which only one process may write. */
export class Crew {
  readonly env: Record<string, string>;
  private readonly servers: Running[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'yiyun-proofs-'));

  private constructor(private readonly database: FreshDatabase) {
    this.env = { ...productionEnv(database.url, this.folder), SIGN_INS_PER_MINUTE: '1000000' };
  }

  static async gather(): Promise<Crew> {
    return new Crew(await freshDatabase());
  }

  get databaseUrl(): string {
    return this.database.url;
  }
  get size(): number {
    return this.databaseUrl.startsWith('sqlite:') ? 1 : 2;
  }
  /** Of those that are alive. */
  readonly ports = (): number[] => this.servers.map(({ port }) => port);

  /** Starts those that are not there, at first all of them. */
  async start(): Promise<void> {
    const missing = Array.from({ length: this.size - this.servers.length }, () => startListening(SERVER, this.env));
    this.servers.push(...(await Promise.all(missing)));
  }

  /** Starts one server without the safeguards that `sabotaged-server.ts` can take out. */
  async startSabotaged(): Promise<void> {
    this.servers.push(await startListening('test/proofs/sabotaged-server.ts', this.env));
  }

  /** Kills one of them without a chance to tidy up. */
  async killOne(random: () => number): Promise<void> {
    const [victim] = this.servers.splice(Math.floor(random() * this.servers.length), 1);
    await victim?.kill();
  }

  async stop(): Promise<void> {
    for (const server of this.servers.splice(0)) await server.kill();
  }

  async disband(): Promise<void> {
    await this.stop();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

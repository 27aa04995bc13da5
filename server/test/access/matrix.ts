import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import {
  type Access,
  type AccessAnswer,
  type ActorKind,
  type AnyRoute,
  actorKinds,
  createClient,
  type Wire,
} from '@yiyun/shared';
import { sendFile, voiceFixture } from '../harness/voices.js';
import { changesCaller } from './requests.js';
import type { Caller, World } from './world.js';

export type AccessTable = Readonly<Record<Access, Readonly<Record<ActorKind, AccessAnswer>>>>;
export interface Entry {
  name: string;
  route: AnyRoute;
  /** Undefined where the registry has none. */
  request: ((world: World, caller: Caller) => unknown) | undefined;
}

/** Tries one route as every kind of actor; names each cell that is not as the table says. */
export async function faultsOf(world: World, { name, route, request }: Entry, table: AccessTable): Promise<string[]> {
  if (!request) return [`${name} has no request in the registry`];
  const faults: string[] = [];
  for (const kind of actorKinds) {
    const expected = table[route.access][kind];
    const caller = world.cast[kind];
    const isChanged = changesCaller.has(name) && expected === 'allow';
    const { headers } = isChanged ? await world.standIn(kind) : caller.actor;
    const wire = await wireOf(route, await request(world, caller));
    const { status, said } = await send(world, route, wire, headers);
    world.things.release(status < 400 && route.method !== 'GET');
    const isAsExpected = expected === 'allow' ? status === 200 : status === expected;
    if (!isAsExpected) faults.push(`${name} as ${kind}: expected ${expected}, got ${status} ${said}`);
  }
  return faults;
}

/** The bytes that the typed client would send. */
async function wireOf(route: AnyRoute, request: unknown): Promise<Wire> {
  let wire: Wire | undefined;
  const client = createClient({ m: { route } }, async (sent) => void (wire = sent), randomUUID);
  await (client.m.route as (request: unknown) => Promise<unknown>)(request);
  return wire as Wire;
}

interface Outcome {
  status: number;
  said: string;
}

async function send(world: World, route: AnyRoute, wire: Wire, headers: Record<string, string>): Promise<Outcome> {
  if (route.upload) {
    const { status, bytes } = await sendFile(world.test, wire.path, headers, voiceFixture('question.mp3'));
    return { status, said: status === 200 ? '' : bytes.toString() };
  }
  if (route.answers === 'events') return { status: await firstAnswer(world, wire.path, headers), said: '' };
  const { status, body } = await world.test.send(wire, headers);
  return { status, said: status === 200 ? '' : JSON.stringify(body) };
}

/** An event stream never ends: its first answer is enough. */
async function firstAnswer(world: World, path: string, headers: Record<string, string>): Promise<number> {
  const address = (await world.test.app.getUrl()).replace('[::1]', '127.0.0.1');
  return new Promise((resolve, reject) => {
    const request = get(`${address}/api${path}`, { headers, agent: false }, ({ statusCode }) => {
      request.destroy();
      resolve(statusCode ?? 0);
    });
    request.once('error', reject);
  });
}

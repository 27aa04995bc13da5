import { setTimeout as pause } from 'node:timers/promises';
import { Bookings, bookRequest, type Fixture, listRequest, type Requests } from './fixture.js';
import type { Inspector } from './inspect.js';
import { type Load, putLoad } from './load.js';
import { cpuMsOf, type Running } from './processes.js';

/** One of the two that are compared. */
export interface System {
  name: 'floor' | 'ours';
  server: Running;
  database: Inspector;
  fixture: Fixture;
  spread: Bookings;
  hot: Bookings;
}
export const scenarioNames = ['list', 'book', 'hot'] as const;
export type ScenarioName = (typeof scenarioNames)[number];
export interface Measured extends Load {
  /** Processor milliseconds of an answered request. */
  serverCpuMs: number;
  databaseCpuMs: number;
}

const DRAIN_TIMEOUT_MS = 60_000;

/** Both systems have their own store of bookings that nobody asked for yet. */
export function systemOf(name: System['name'], server: Running, database: Inspector, fixture: Fixture): System {
  const half = fixture.halfDays.length / 2;
  return {
    name,
    server,
    database,
    fixture,
    spread: new Bookings(fixture, fixture.halfDays.slice(0, half), true),
    hot: new Bookings(fixture, fixture.halfDays.slice(half), false),
  };
}

function requestsOf(system: System, scenario: ScenarioName): Requests {
  if (scenario === 'book') return system.spread.take;
  if (scenario === 'hot') return system.hot.take;
  const request = listRequest(system.fixture);
  return () => request;
}

const cpuOf = ({ server, database }: System) => ({
  server: cpuMsOf(server.pid),
  database: database.pid === undefined ? 0 : cpuMsOf(database.pid),
});

/** Puts one load on one system. Throws when a request was answered neither with success nor with a refusal. */
export async function measure(
  system: System,
  scenario: ScenarioName,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const before = cpuOf(system);
  const load = await putLoad(system.server.port, connections, seconds, requestsOf(system, scenario));
  const after = cpuOf(system);
  if (load.failed > 0 || load.refused > 0) {
    throw new Error(
      `${system.name}, ${scenario}: ${load.failed} failed, ${load.refused} refused\n${system.server.complaints()}`,
    );
  }
  return {
    ...load,
    serverCpuMs: (after.server - before.server) / load.done,
    databaseCpuMs: (after.database - before.database) / load.done,
  };
}

export interface Drain {
  events: number;
  seconds: number;
  cpuMsEach: number;
}

/** Waits until every event is delivered, so that one system's follow-up work does not fall into the other's turn. */
export async function drain(system: System): Promise<Drain> {
  const waiting = async () =>
    Number((await system.database.one('SELECT COUNT(*) AS n FROM outbox WHERE doneAt = 0'))['n']);
  const events = await waiting();
  const before = cpuOf(system);
  const startedAt = performance.now();
  while ((await waiting()) > 0) {
    if (performance.now() - startedAt > DRAIN_TIMEOUT_MS) throw new Error(`${await waiting()} events undelivered`);
    await pause(100);
  }
  const after = cpuOf(system);
  const cpuMs = after.server - before.server + after.database - before.database;
  return { events, seconds: (performance.now() - startedAt) / 1000, cpuMsEach: events === 0 ? 0 : cpuMs / events };
}

export interface Race {
  places: number;
  racers: number;
  acknowledged: number;
  refused: number;
  booked: number;
  rows: number;
}

/** So many citizens ask at the same instant for the few places of one slot. */
export async function race(system: System, slot: Fixture['races'][number], racers: number): Promise<Race> {
  let next = 0;
  const requests = Array.from({ length: racers }, (_, citizen) => bookRequest(system.fixture, citizen, slot.slotId));
  const load = await putLoad(system.server.port, racers, 30, () => requests[next++]);
  const { booked } = await system.database.one('SELECT booked FROM slot WHERE id = ?', slot.slotId);
  const { n } = await system.database.one('SELECT COUNT(*) AS n FROM appointment WHERE slotId = ?', slot.slotId);
  return {
    places: slot.places,
    racers,
    acknowledged: load.done,
    refused: load.refused,
    booked: Number(booked),
    rows: Number(n),
  };
}

/** What a race shows to be wrong, in words; nothing when every place went to one racer and nobody else. */
export function faultsOf({ places, racers, acknowledged, refused, booked, rows }: Race): string[] {
  return [
    ...(acknowledged === places ? [] : [`${acknowledged} acknowledged for ${places} places`]),
    ...(acknowledged + refused === racers
      ? []
      : [`${racers - acknowledged - refused} of ${racers} got no proper answer`]),
    ...(booked === rows ? [] : [`booked says ${booked}, there are ${rows} rows`]),
    ...(rows === acknowledged ? [] : [`${acknowledged} acknowledged, ${rows} rows`]),
  ];
}

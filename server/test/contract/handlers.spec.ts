import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Query } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type AnyRoute, type BookAppointmentBody, bookAppointmentRules, contract, type SlotView } from '@yiyun/shared';
import { Dto } from '../../src/platform/http/dto.js';
import { Handle } from '../../src/platform/http/handle.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { type Handler, handlersOf, unjudged } from './handlers.js';

const declared = Object.entries(contract).flatMap(([module, routes]) =>
  Object.entries(routes as Record<string, AnyRoute>).map(([name, route]) => ({ name: `${module}.${name}`, route })),
);

describe('the server and the contract', () => {
  let test: TestApp;
  let handlers: Handler[];
  beforeAll(async () => {
    test = await startApp();
    const controllers = [...test.app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    handlers = controllers.flatMap(({ metatype }) => handlersOf(metatype as new () => object));
  });
  afterAll(() => test.close());

  it('has exactly one handler for every route', () => {
    const count = (route: AnyRoute) => handlers.filter((handler) => handler.route === route).length;
    expect(declared.filter(({ route }) => count(route) !== 1).map(({ name, route }) => [name, count(route)])).toEqual(
      [],
    );
    expect(handlers.filter(({ route }) => !declared.some((d) => d.route === route)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('judges every body and query by the rules that its route declares', () => {
    expect(handlers.flatMap(unjudged)).toEqual([]);
  });
});

class BookDto extends Dto<BookAppointmentBody>(bookAppointmentRules) {}

/** What Nest would take without a word: an interface leaves no trace at run time. */
@Controller()
class Careless {
  @Handle(contract.appointments.book)
  book(@Body() _body: BookAppointmentBody): Promise<never> {
    throw new Error('never called');
  }

  @Handle(contract.appointments.slots)
  slots(@Query('on') _on: string): Promise<SlotView[]> {
    throw new Error('never called');
  }

  @Handle(contract.appointments.cancel)
  cancel(@Body() _body: BookDto): Promise<never> {
    throw new Error('never called');
  }

  @Handle(contract.appointments.confirm)
  confirm(): Promise<never> {
    throw new Error('never called');
  }
}

describe('the check of handlers', () => {
  it('names each way to take a request unjudged (negative control)', () => {
    expect(handlersOf(Careless).flatMap(unjudged)).toEqual([
      'Careless.book takes a body that is no Dto',
      "Careless.slots takes the query's on past its DTO",
      'Careless.slots takes a query that is no Dto',
      "Careless.cancel judges its body by another's rules",
      'Careless.confirm leaves its body unread',
    ]);
  });
});

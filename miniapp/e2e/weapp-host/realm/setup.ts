import type { AppJson, PageJson } from '../artifact/types';
import type { NativeCall, Phone } from '../wx/types';
import type { ModuleFunction } from './modules';

/** The part of a realm's setup that is plain data. */
export interface RealmData {
  app: AppJson;
  json: Record<string, PageJson>;
  css: Record<string, string>;
  routes: string[];
  apiNames: string[];
  phone: Phone;
}

/** What a view gives to the realm in which the mini-program runs. */
export interface RealmSetup extends RealmData {
  document: Document;
  window: Window & typeof globalThis;
  /** Where `wx`, `App`, `Page` and their like are put for the mini-program to find. */
  globals: Record<string, unknown>;
  /** What `globalThis` is for the mini-program, when it isn't the realm's own. */
  logicGlobal?: Record<string, unknown>;
  templates: Record<string, unknown>;
  modules: Record<string, ModuleFunction>;
  native: NativeCall;
}

import { type BindingView, type CitizenView, type MeView, maskPhone } from '@yiyun/shared';
import { privacyTerms } from '../domain/privacy-terms.js';
import type { Binding, Citizen, Proxy } from './citizen.store.js';

export function citizenView({ id, name, phone }: Citizen): CitizenView {
  return { id, name, maskedPhone: phone && maskPhone(phone) };
}

export function bindingView({ id, role, boundAt, taxpayer }: Binding): BindingView {
  const { id: taxpayerId, kind, name, uscc } = taxpayer;
  return { id, taxpayerId, kind, name, uscc, role, boundAt };
}

export function meView(citizen: Citizen, bindings: readonly Binding[], proxies: readonly Proxy[]): MeView {
  return {
    citizen: citizenView(citizen),
    consentVersion: citizen.consentVersion,
    requiredConsentVersion: privacyTerms.version,
    bindings: bindings.map(bindingView),
    proxies: proxies.map(({ id, name, boundAt }) => ({ bindingId: id, name, boundAt })),
  };
}

export type RegistryRole = 'legalRepresentative' | 'financeContact' | 'taxHandler';
/** 正常 · 非正常 · 注销 · 停业 in the register. */
export type RegistrationStatus = 'active' | 'abnormal' | 'deregistered' | 'suspended';

export interface RegisteredTaxpayer {
  /** Unified social credit code, 18 characters. */
  uscc: string;
  name: string;
  status: RegistrationStatus;
}

/** Somebody says to be an enterprise's representative or contact. */
export interface RegistryClaim {
  uscc: string;
  /** The person's name. */
  name: string;
  role: RegistryRole;
  residentId?: string;
  phone?: string;
}

/** `unknown`: the register has no such taxpayer, or nobody in that role, so it can tell nothing. */
export type RegistryVerdict = 'confirmed' | 'mismatch' | 'unknown';

/** Port to the register of taxpayers. Failures are `GatewayError`s of gateway `registry`. */
export abstract class TaxpayerRegistry {
  /** Whether the register names this person in this role. Every given particular has to agree. */
  abstract confirm(claim: RegistryClaim): Promise<RegistryVerdict>;

  /** The register's entry, undefined if there is none. */
  abstract find(uscc: string): Promise<RegisteredTaxpayer | undefined>;
}

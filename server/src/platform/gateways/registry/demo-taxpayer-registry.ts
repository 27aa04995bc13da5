import {
  type RegisteredTaxpayer,
  type RegistryClaim,
  type RegistryRole,
  type RegistryVerdict,
  TaxpayerRegistry,
} from './taxpayer-registry.js';

export interface RegisteredPerson {
  role: RegistryRole;
  name: string;
  residentId?: string;
  phone?: string;
}

export interface DemoEnterprise extends RegisteredTaxpayer {
  people: RegisteredPerson[];
}

/** Stand-in that knows the enterprises it is given. */
export class DemoTaxpayerRegistry extends TaxpayerRegistry {
  readonly #enterprises: ReadonlyMap<string, DemoEnterprise>;

  constructor(enterprises: readonly DemoEnterprise[]) {
    super();
    this.#enterprises = new Map(enterprises.map((enterprise) => [enterprise.uscc, enterprise]));
  }

  override async confirm(claim: RegistryClaim): Promise<RegistryVerdict> {
    const inRole = this.#enterprises.get(claim.uscc)?.people.filter((person) => person.role === claim.role) ?? [];
    if (inRole.length === 0) return 'unknown';
    return inRole.some((person) => agrees(person, claim)) ? 'confirmed' : 'mismatch';
  }

  override async find(uscc: string): Promise<RegisteredTaxpayer | undefined> {
    const found = this.#enterprises.get(uscc);
    return found && { uscc, name: found.name, status: found.status };
  }
}

/** A particular that the register lacks can't contradict. */
function agrees(person: RegisteredPerson, claim: RegistryClaim): boolean {
  const same = (known?: string, said?: string) => known === undefined || said === undefined || known === said;
  return person.name === claim.name && same(person.residentId, claim.residentId) && same(person.phone, claim.phone);
}

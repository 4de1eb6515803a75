import type { RoleName } from './extension';

/** An API client, which is also a route point that can be dialled (3CX facts 1). */
export interface ServicePrincipalConfiguration {
  readonly id: number;
  /** Client id and DN in one; may have letters. */
  readonly number: string;
  readonly name: string;
  readonly secret: string;
  readonly role: RoleName;
  readonly departmentId: number;
  readonly callControlEnabled: boolean;
  readonly xapiEnabled: boolean;
  /** Numbers it may watch and control besides its own. */
  readonly peers: readonly string[];
  readonly dids: readonly string[];
}

export type NewServicePrincipal = { readonly number: string } & Partial<
  Omit<ServicePrincipalConfiguration, 'id' | 'number'>
>;

export function servicePrincipalFrom(
  given: NewServicePrincipal,
  id: number,
  surroundings: { readonly secret: string; readonly departmentId: number },
): ServicePrincipalConfiguration {
  return {
    id,
    name: `Route point ${given.number}`,
    secret: surroundings.secret,
    role: 'system_owners',
    departmentId: surroundings.departmentId,
    callControlEnabled: true,
    xapiEnabled: true,
    peers: [],
    dids: [],
    ...given,
  };
}

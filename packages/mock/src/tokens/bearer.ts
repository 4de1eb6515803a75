import type { ServicePrincipalConfiguration } from '../configuration/service-principal';
import type { MockContext } from '../mock-context';

/** Body of every 401. */
export const unauthorizedBody = {
  error: 'unauthorized',
  error_description: 'User authentication is required: the token is missing, expired or replaced.',
};

/** The token of an `Authorization: Bearer …` header if it is the active one. */
export function activeToken(authorization: string | undefined, { tokens }: MockContext): string | undefined {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  return token !== undefined && tokens.isActive(token) ? token : undefined;
}

/** The client whose active token the header carries. */
export function signedIn(
  authorization: string | undefined,
  context: MockContext,
): ServicePrincipalConfiguration | undefined {
  const token = activeToken(authorization, context);
  const clientId = token === undefined ? undefined : context.tokens.clientOf(token);
  return clientId === undefined ? undefined : context.configuration.servicePrincipals.find(clientId);
}

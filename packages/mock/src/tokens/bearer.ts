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

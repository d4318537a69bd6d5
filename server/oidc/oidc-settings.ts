import type { OidcClient } from './oidc-provider.ts';

/** Where the provider sends people back to, below the address of the service. */
export const CALLBACK = '/api/v1/sessions/oidc/callback';

export interface OidcSettings extends OidcClient {
  /** Where the browser goes when it is known who it is; null: nowhere, it is told in JSON. */
  returnUrl: string | null;
}

/** The settings with the address that the provider must know. */
export function oidcSettings(
  given: Omit<OidcSettings, 'redirectUri'> | null,
  publicUrl: string,
): OidcSettings | null {
  return given === null ? null : { ...given, redirectUri: `${publicUrl}${CALLBACK}` };
}

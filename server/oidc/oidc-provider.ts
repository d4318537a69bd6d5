import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { OidcIdentity } from '../../schemas/documents/account-document.ts';
import { Fault } from '../domain/fault.ts';

/** A provider of identities, and what this service is to it. */
export interface OidcClient {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where it sends people back to. */
  redirectUri: string;
}

/** What an answer must fit; it stays with the browser that the login was begun in. */
export interface OidcChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

const WAIT_SECONDS = 10;
/** Between its clock and that of this machine. */
const CLOCKS_APART_SECONDS = 30;

/**
 * OpenID Connect, authorization code with PKCE, state and nonce. The provider is asked for its endpoints when somebody
 * first logs in by it: the service starts and works without it.
 */
export function oidcProvider({ issuer, clientId, clientSecret, redirectUri }: OidcClient) {
  let known: Promise<Configuration> | undefined;

  function discover(): Promise<Configuration> {
    const insecure = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    const metadata = { client_secret: clientSecret, [clockTolerance]: CLOCKS_APART_SECONDS };
    return discovery(new URL(issuer), clientId, metadata, secretAsItIsTaken(clientSecret), {
      execute: [enableNonRepudiationChecks, ...insecure],
      timeout: WAIT_SECONDS,
    });
  }

  /** One that did not answer is asked again the next time. @throws Fault `oidc_unavailable` */
  async function configuration(): Promise<Configuration> {
    known ??= discover();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw unavailable(error);
    }
  }

  /** Where the browser is to go, and what its answer must fit. @throws Fault `oidc_unavailable` */
  async function begin(): Promise<{ url: URL; checks: OidcChecks }> {
    const config = await configuration();
    const checks = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid',
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url, checks };
  }

  /**
   * Who it was, by an ID token that is signed by the provider, for this service, and of this login.
   * @throws Fault `oidc_login_refused`, `oidc_unavailable`
   */
  async function identify(
    query: URLSearchParams,
    { state, nonce, codeVerifier }: OidcChecks,
  ): Promise<OidcIdentity> {
    const config = await configuration();
    const url = new URL(redirectUri);
    url.search = query.toString();
    try {
      const tokens = await authorizationCodeGrant(config, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Fault('oidc_login_refused', { params: { reason: 'no ID token' } });
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      throw asFault(error);
    }
  }

  return { begin, identify };
}

/** As the provider says; one that says nothing takes it in the header (OpenID Connect Discovery 1.0, 3). */
function secretAsItIsTaken(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (...asked: Parameters<ClientAuth>) => {
    const [server] = asked;
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = taken.includes('client_secret_basic') ? inHeader : inBody;
    return way(...asked);
  };
}

function unavailable(error: unknown): Fault {
  const fault = new Fault('oidc_unavailable');
  fault.cause = error;
  return fault;
}

/** What the provider refuses, or what does not fit, is a refusal; where it does not answer nobody can tell. */
function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const answered = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError;
  if (!answered && !(error instanceof ClientError)) return unavailable(error);
  const reason = answered ? error.error : (error.code ?? 'invalid');
  if (reason === 'OAUTH_TIMEOUT') return unavailable(error);
  const fault = new Fault('oidc_login_refused', { params: { reason } });
  fault.cause = error;
  return fault;
}

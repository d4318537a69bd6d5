import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

export const OIDC_CLIENT = { clientId: 'heyi', clientSecret: 'the-secret-of-the-tests' };
const ALGORITHM = 'RS256';

export type TestOidcProvider = Awaited<ReturnType<typeof startTestOidcProvider>>;

/** What is wrong with ID tokens: claims that are others, or a key that is somebody else's. */
export interface Forgery {
  claims?: JWTPayload;
  foreignKey?: true;
}

/** A certified provider of identities on this machine, where everybody may be whoever they say. */
export async function startTestOidcProvider(redirectUri: string, onPort = 0) {
  const own = await generateKeyPair(ALGORITHM, { extractable: true });
  const foreign = await generateKeyPair(ALGORITHM);
  const jwk = { ...(await exportJWK(own.privateKey)), kid: 'own', alg: ALGORITHM, use: 'sig' };
  const state: { forgery: Forgery | null; handle: typeof notYet } = { forgery: null, handle: notYet };
  const server = createServer((request, response) => void state.handle(request, response));
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.clientId,
        client_secret: OIDC_CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: ALGORITHM,
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['the cookies of the tests'] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    // Nobody is asked whether this service may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const { body } = context;
    if (state.forgery === null || !isTokens(body)) return;
    const { claims, foreignKey } = state.forgery;
    body.id_token = await new SignJWT({ ...decodeJwt(body.id_token), ...claims })
      .setProtectedHeader({ alg: ALGORITHM, kid: 'own' })
      .sign(foreignKey ? foreign.privateKey : own.privateKey);
  });
  state.handle = provider.callback();

  /** What a person does in the browser: goes where they are sent, and says who they are. */
  async function logIn(url: string, subject: string): Promise<URL> {
    const cookies = new Map<string, string>();
    const asked = await walk({ url, cookies });
    const form = new URLSearchParams({ prompt: 'login', login: subject, password: 'anything' });
    return new URL(await walk({ url: asked, cookies, form }));
  }

  async function refuse(url: string): Promise<URL> {
    const cookies = new Map<string, string>();
    const asked = await walk({ url, cookies });
    return new URL(await walk({ url: `${asked}/abort`, cookies }));
  }

  /** Follows redirects, until there is a page or an address that is not the provider's. */
  async function walk({ url, cookies, form }: Walk): Promise<string> {
    let [at, body] = [url, form];
    for (;;) {
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body === undefined ? {} : { method: 'POST', body }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      if (to === null) return at;
      [at, body] = [new URL(to, at).href, undefined];
      if (!at.startsWith(issuer)) return at;
    }
  }

  return {
    issuer,
    port,
    logIn,
    refuse,
    forge: (forgery: Forgery | null) => {
      state.forgery = forgery;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Walk {
  url: string;
  cookies: Map<string, string>;
  form?: URLSearchParams;
}

async function notYet(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503).end();
}

function isTokens(body: unknown): body is { id_token: string } {
  return typeof body === 'object' && body !== null && 'id_token' in body;
}

/** Talks to the service as any other program would: over HTTP, with a login of its own. */
export interface ApiClient {
  get: (path: string) => Promise<ApiAnswer>;
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<ApiAnswer>;
}

export interface ApiAnswer {
  status: number;
  etag: string | null;
  body: unknown;
}

/** A client that sends its token with each request; without one it is nobody. A refusal is an error unless it is asked for. */
export function apiClient(
  baseUrl: string,
  token?: string,
  { answersRefusals = false }: { answersRefusals?: boolean } = {},
): ApiClient {
  const authorization: Record<string, string> =
    token === undefined ? {} : { Authorization: `Bearer ${token}` };
  async function ask(method: string, path: string, init: RequestInit): Promise<ApiAnswer> {
    const response = await fetch(`${baseUrl}/api/v1${path}`, { ...init, method });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    if (!response.ok && response.status !== 409 && !answersRefusals) {
      throw new Error(`${method} /api/v1${path} was answered ${response.status}: ${JSON.stringify(body)}`);
    }
    return { status: response.status, etag: response.headers.get('etag'), body };
  }
  return {
    get: (path) => ask('GET', path, { headers: authorization }),
    post: (path, body, headers = {}) =>
      ask('POST', path, {
        headers: { 'Content-Type': 'application/json', ...authorization, ...headers },
        body: JSON.stringify(body),
      }),
  };
}

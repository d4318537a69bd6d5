import { expect } from 'chai';
import { oidcSettings } from '../../../server/oidc/oidc-settings.ts';
import { PUBLIC_URL, startTestApp } from '../../support/test-app.ts';
import { buildTestCity } from '../../support/test-city.ts';
import { OIDC_CLIENT, startTestOidcProvider } from '../../support/test-oidc-provider.ts';

const BEGIN = '/api/v1/sessions/oidc';
const CALLBACK = `${BEGIN}/callback`;

describe('a login by a provider of identities that is not there', () => {
  it('is not there where nobody set it up, and says so', async () => {
    const other = await startTestApp();
    try {
      for (const request of [
        other.http.get(BEGIN),
        other.http.get(CALLBACK),
        other.http.post(BEGIN).send({}),
      ]) {
        const { body } = await request.set('Accept-Language', 'en').expect(404);
        expect(body.code).to.equal('oidc_not_set_up');
        expect(body.detail).to.include('OIDC_ISSUER');
      }
    } finally {
      await other.stop();
    }
  });

  it('can wait for a provider that is down, while the service starts, is ready and takes passwords', async () => {
    const late = await startTestOidcProvider(`${PUBLIC_URL}${CALLBACK}`);
    const { issuer, port } = late;
    await late.stop();
    const given = { ...OIDC_CLIENT, issuer, returnUrl: null };
    const other = await startTestApp({ oidc: oidcSettings(given, PUBLIC_URL) ?? undefined });
    try {
      await buildTestCity(other);
      const { body } = await other.http.get(BEGIN).expect(503);
      expect(body.code).to.equal('oidc_unavailable');
      expect((await other.http.get('/readyz')).text).to.not.include('oidc');
      const back = await startTestOidcProvider(`${PUBLIC_URL}${CALLBACK}`, port);
      try {
        await other.http.get(BEGIN).expect(303);
      } finally {
        await back.stop();
      }
    } finally {
      await other.stop();
    }
  });
});

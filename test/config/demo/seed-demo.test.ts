import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { seedDemo } from '../../../config/demo/seed-demo.ts';
import { otherAccountsLines } from '../../../config/starting/welcome.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { SETUP_TOKEN, startTestApp } from '../../support/test-app.ts';
import { buildTestCity } from '../../support/test-city.ts';

describe('the demo city', () => {
  const dataDir = temporaryFolder();

  it('is not made in data that has accounts of its own: nothing is added, and nothing fails', async () => {
    const app = await startTestApp();
    try {
      await buildTestCity(app);
      const count = () => app.connection.collection('accounts').countDocuments();
      const before = await count();
      const request = { baseUrl: app.baseUrl, setupToken: SETUP_TOKEN, dataDir, say: () => undefined };
      expect(await seedDemo(request)).to.equal(null);
      expect(await count()).to.equal(before);
    } finally {
      await app.stop();
    }
  });

  it('is said to be absent with how to log in instead, in either language', () => {
    const [en, zh] = otherAccountsLines();
    expect(en).to.contain('npm run seed').and.contain('docs/seed.md').and.contain('DATA_DIR');
    expect(zh).to.contain('npm run seed').and.contain('docs/seed.md').and.contain('DATA_DIR');
    expect(existsSync('docs/seed.md')).to.equal(true);
  });
});

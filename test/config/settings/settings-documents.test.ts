import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { settingNames, settingTable, settingText } from '../../../config/settings/setting-table.ts';
import { envExample, settingsPage } from '../../../config/settings/settings-documents.ts';

describe('the documents of the settings', () => {
  it('.env.example is what the table of settings says (npm run settings writes it)', () => {
    expect(readFileSync('.env.example', 'utf8')).to.equal(envExample());
  });

  it('docs/settings.md is what the table of settings says (npm run settings writes it)', () => {
    expect(readFileSync('docs/settings.md', 'utf8')).to.equal(settingsPage());
  });

  it('every setting has words of its own', () => {
    expect(new Set(settingNames.map((name) => settingText(name).en)).size).to.equal(settingNames.length);
  });

  for (const name of settingNames) {
    it(`${name} has an example that is right, and words for what happens without it`, () => {
      const { example, fallback, leftOut } = settingText(name);
      const schema = settingTable.shape[name];
      if (!example.startsWith('the output of')) expect(schema.safeParse(example).success).to.equal(true);
      expect(fallback ?? leftOut).to.be.a('string');
      expect(schema.safeParse(fallback).success, 'without it').to.equal(true);
    });
  }
});

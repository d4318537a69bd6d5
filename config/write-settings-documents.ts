import { writeFileSync } from 'node:fs';
import { envExample, settingsPage } from './settings/settings-documents.ts';

// `npm run settings`: writes the documents that are made from the table of settings.
writeFileSync('.env.example', envExample());
writeFileSync('docs/settings.md', settingsPage());
console.log('Wrote .env.example and docs/settings.md.');

import { openText, SEALED, sealText } from '../secrets/sealed-text.ts';
import type { CaseKeyStore } from './case-key-store.ts';

/** Where texts about a case stand outside it, as `deliveries/ID`. */
export interface TextPlace {
  caseId: string;
  place: string;
}

type Texts = Record<string, string | null>;
type Kept<Some extends Texts> = { [Name in keyof Some]: Some[Name] | null };

export type SealedTexts = ReturnType<typeof createSealedTexts>;

/** Seals texts that are kept beside a case with its key, so that they go with it; each opens in its own place only. */
export function createSealedTexts(caseKeys: CaseKeyStore) {
  /** Of a case that is not there, or has been erased, nothing is kept. */
  async function seal<Some extends Texts>(texts: Some, { caseId, place }: TextPlace): Promise<Kept<Some>> {
    const key = await caseKeys.keyFor(caseId);
    return each(texts, (text, name) =>
      key === null
        ? null
        : SEALED + sealText(text, { key: key.dataKey, place: `${caseId}/${place}/${name}` }),
    );
  }

  /** What cannot be opened any more, because the case has been erased, is null. */
  async function open<Some extends Texts>(texts: Some, { caseId, place }: TextPlace): Promise<Kept<Some>> {
    if (!Object.values(texts).some((text) => text?.startsWith(SEALED))) return texts;
    const key = await caseKeys.keyFor(caseId);
    return each(texts, (text, name) => {
      if (!text.startsWith(SEALED)) return text;
      if (key === null) return null;
      return openText(text.slice(SEALED.length), { key: key.dataKey, place: `${caseId}/${place}/${name}` });
    });
  }

  return { seal, open };
}

function each<Some extends Texts>(
  texts: Some,
  change: (text: string, name: string) => string | null,
): Kept<Some> {
  const changed: Kept<Some> = { ...texts };
  for (const [name, text] of Object.entries(texts)) {
    if (text !== null) Reflect.set(changed, name, change(text, name));
  }
  return changed;
}

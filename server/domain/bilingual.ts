/** A text for users in the two languages of the service. */
export interface Bilingual {
  zh: string;
  en: string;
}

export type Language = keyof Bilingual;

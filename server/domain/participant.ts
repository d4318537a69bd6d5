export const BODY_KINDS = [
  'union',
  'arbitration-commission',
  'court',
  'labour-inspection',
  'human-resources',
  'peoples-mediation',
  'justice-bureau',
  'legal-aid',
  'petition-office',
  'stability-office',
  'police',
  'procuratorate',
  'street-or-township',
  'community',
  'housing-authority',
  'development-zone',
  'government',
  'hospital',
  'other',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** An office that takes part in a case, beside the organisation that has it. */
export interface Participant {
  id: string;
  kind: BodyKind;
  name: string;
}

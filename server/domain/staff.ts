export const STAFF_ROLES = ['administrator', 'head', 'mediator', 'clerk', 'supervisor', 'archivist'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Who acts: a member of staff, as far as rights are concerned. */
export interface Actor {
  accountId: string;
  /** Null for an administrator of the whole instance, who reads no case by that right. */
  organisationId: string | null;
  roles: readonly StaffRole[];
  /** Cases that they are kept from, whatever their role. */
  barredCaseIds?: readonly string[];
  /** Cases that they opened in an emergency less than an hour ago. */
  openedCaseIds?: readonly string[];
}

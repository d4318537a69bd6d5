import type { Operation } from './operation.ts';
import { accessOperations } from './operations/access-operations.ts';
import { accountOperations } from './operations/account-operations.ts';
import { caseOperations } from './operations/case-operations.ts';
import { noticeOperations } from './operations/notice-operations.ts';
import { openOperations } from './operations/open-operations.ts';
import { reminderOperations } from './operations/reminder-operations.ts';
import { staffOperations } from './operations/staff-operations.ts';

/** Every route of the service. */
export const OPERATIONS: readonly Operation[] = [
  ...caseOperations,
  ...noticeOperations,
  ...reminderOperations,
  ...staffOperations,
  ...accountOperations,
  ...accessOperations,
  ...openOperations,
];

import type { z } from 'zod';
import type { registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import { addDays, type LegalDay } from '../../server/domain/legal-day.ts';
import { DISPUTES, type Dispute, JINAN } from './demo-disputes.ts';
import { type DemoStep, FEN_PER_YUAN } from './demo-steps.ts';

export interface DemoCase {
  registration: z.input<typeof registerCaseRequest>;
  steps: DemoStep[];
}

/** A dozen disputes in every stage, as of a day. */
export function demoCases(today: LegalDay): DemoCase[] {
  return DISPUTES.map((dispute) => demoCase(dispute, today));
}

function demoCase(dispute: Dispute, today: LegalDay): DemoCase {
  const day = (ago: number) => addDays(today, -ago);
  const [originCode, originName] = dispute.origin;
  const [seatCode, seatName] = dispute.seat;
  const migrant = dispute.origin !== JINAN;
  return {
    registration: {
      channel: 'counter',
      receivedOn: day(dispute.daysAgo),
      workers: [
        {
          name: dispute.worker,
          phone: '13800000000',
          origin: { regionCode: originCode, name: originName },
          categories: migrant ? ['migrant'] : [],
          claims: [
            {
              cause: dispute.cause,
              claimedFen: dispute.claimedYuan === null ? null : dispute.claimedYuan * FEN_PER_YUAN,
            },
          ],
        },
      ],
      respondents: [
        {
          kind: 'employer',
          name: dispute.employer,
          registeredAt: { regionCode: seatCode, name: seatName },
        },
      ],
      workplace: { regionCode: JINAN[0], name: JINAN[1] },
      summary: dispute.summary,
      rightKnownOn: day(dispute.daysAgo + 30),
      consentToProcessOn: day(dispute.daysAgo),
    },
    steps: dispute.steps?.(day) ?? [],
  };
}

import { accept } from './actions/accept.ts';
import { acknowledgeWarning } from './actions/acknowledge-warning.ts';
import { agree } from './actions/agree.ts';
import { applyForConfirmation, recordConfirmation } from './actions/apply-for-confirmation.ts';
import { archive, reopen } from './actions/archive.ts';
import { askRespondent } from './actions/ask-respondent.ts';
import { assessClaim, tellSums } from './actions/assess-claim.ts';
import { assignMediator } from './actions/assign-mediator.ts';
import type { CaseAction } from './actions/case-action.ts';
import { addClaims, correctClaim } from './actions/change-claims.ts';
import { addHelper, revokeHelper } from './actions/change-helpers.ts';
import { addRespondent, changeRespondent } from './actions/change-respondents.ts';
import {
  addWorkers,
  endRepresentation,
  nameRepresentatives,
  removeWorkers,
  tellHeadcount,
} from './actions/change-workers.ts';
import { addParticipant, writeClosing } from './actions/complete-record.ts';
import { correctFact } from './actions/correct-fact.ts';
import { correctRespondent, correctWorker } from './actions/correct-people.ts';
import { extendMediation } from './actions/extend-mediation.ts';
import { fail } from './actions/fail.ts';
import { handToArbitration } from './actions/hand-to-arbitration.ts';
import { liftLegalHold, setLegalHold } from './actions/hold-case.ts';
import { pauseMediation, resumeMediation } from './actions/pause-mediation.ts';
import {
  recordArbitrationAcceptance,
  recordArbitrationRefusal,
  recordArbitrationReturn,
  recordArbitrationSettlement,
  recordArbitrationWithdrawal,
  recordAward,
} from './actions/record-arbitration.ts';
import { recordBreach } from './actions/record-breach.ts';
import { recordConsent } from './actions/record-consent.ts';
import { recordDuty } from './actions/record-duty.ts';
import { recordFact } from './actions/record-fact.ts';
import { recordPayment } from './actions/record-payment.ts';
import { recordPerformance } from './actions/record-performance.ts';
import { recordRisk } from './actions/record-risk.ts';
import { recordSession } from './actions/record-session.ts';
import { linkCase, recordReferralAnswer, refer } from './actions/refer.ts';
import { refuse } from './actions/refuse.ts';
import { startMediation } from './actions/start-mediation.ts';
import { terminate } from './actions/terminate.ts';
import { offerTransfer, recordTransferAcceptance, recordTransferReturn } from './actions/transfer.ts';
import { withdraw } from './actions/withdraw.ts';

/** The lifecycle of a case: every action, from where, by whom and with what effect. */
export const CASE_ACTIONS = {
  'ask-respondent': askRespondent,
  accept,
  refuse,
  'start-mediation': startMediation,
  'assign-mediator': assignMediator,
  'record-session': recordSession,
  'extend-mediation': extendMediation,
  'pause-mediation': pauseMediation,
  'resume-mediation': resumeMediation,
  agree,
  'apply-for-confirmation': applyForConfirmation,
  'record-confirmation': recordConfirmation,
  'record-payment': recordPayment,
  'record-duty': recordDuty,
  'record-performance': recordPerformance,
  'record-breach': recordBreach,
  fail,
  withdraw,
  terminate,
  'hand-to-arbitration': handToArbitration,
  'record-arbitration-acceptance': recordArbitrationAcceptance,
  'record-arbitration-refusal': recordArbitrationRefusal,
  'record-award': recordAward,
  'record-arbitration-settlement': recordArbitrationSettlement,
  'record-arbitration-withdrawal': recordArbitrationWithdrawal,
  'record-arbitration-return': recordArbitrationReturn,
  'offer-transfer': offerTransfer,
  'record-transfer-acceptance': recordTransferAcceptance,
  'record-transfer-return': recordTransferReturn,
  archive,
  reopen,
  'record-fact': recordFact,
  'correct-fact': correctFact,
  'add-workers': addWorkers,
  'remove-workers': removeWorkers,
  'correct-worker': correctWorker,
  'name-representatives': nameRepresentatives,
  'end-representation': endRepresentation,
  'tell-headcount': tellHeadcount,
  'add-respondent': addRespondent,
  'change-respondent': changeRespondent,
  'correct-respondent': correctRespondent,
  'add-helper': addHelper,
  'revoke-helper': revokeHelper,
  'add-claims': addClaims,
  'correct-claim': correctClaim,
  'assess-claim': assessClaim,
  'tell-sums': tellSums,
  refer,
  'record-referral-answer': recordReferralAnswer,
  'link-case': linkCase,
  'add-participant': addParticipant,
  'write-closing': writeClosing,
  'record-risk': recordRisk,
  'acknowledge-warning': acknowledgeWarning,
  'record-consent': recordConsent,
  'set-legal-hold': setLegalHold,
  'lift-legal-hold': liftLegalHold,
} as const;

export type ActionName = keyof typeof CASE_ACTIONS;

/** What each action must be told. */
export type ActionInputs = {
  [Name in ActionName]: (typeof CASE_ACTIONS)[Name] extends CaseAction<infer Input> ? Input : never;
};

export const ACTION_NAMES = Object.keys(CASE_ACTIONS).filter(isActionName);

export function isActionName(text: string): text is ActionName {
  return Object.hasOwn(CASE_ACTIONS, text);
}

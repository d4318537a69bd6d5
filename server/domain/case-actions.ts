import { type AcceptInput, accept } from './actions/accept.ts';
import { type AcknowledgeWarningInput, acknowledgeWarning } from './actions/acknowledge-warning.ts';
import { type AgreeInput, agree } from './actions/agree.ts';
import type { CaseAction } from './actions/case-action.ts';
import { type ExtendMediationInput, extendMediation } from './actions/extend-mediation.ts';
import { type FailInput, fail } from './actions/fail.ts';
import { type HandToArbitrationInput, handToArbitration } from './actions/hand-to-arbitration.ts';
import { type RecordBreachInput, recordBreach } from './actions/record-breach.ts';
import { type RecordPaymentInput, recordPayment } from './actions/record-payment.ts';
import { type RecordRiskInput, recordRisk } from './actions/record-risk.ts';
import { type RecordSessionInput, recordSession } from './actions/record-session.ts';
import { type RefuseInput, refuse } from './actions/refuse.ts';
import { type StartMediationInput, startMediation } from './actions/start-mediation.ts';
import { type WithdrawInput, withdraw } from './actions/withdraw.ts';

/** What each action must be told. */
export interface ActionInputs {
  accept: AcceptInput;
  refuse: RefuseInput;
  'start-mediation': StartMediationInput;
  'record-session': RecordSessionInput;
  'extend-mediation': ExtendMediationInput;
  agree: AgreeInput;
  'record-payment': RecordPaymentInput;
  'record-breach': RecordBreachInput;
  fail: FailInput;
  withdraw: WithdrawInput;
  'hand-to-arbitration': HandToArbitrationInput;
  'record-risk': RecordRiskInput;
  'acknowledge-warning': AcknowledgeWarningInput;
}

export type ActionName = keyof ActionInputs;

/** The lifecycle of a case: every action, from where, by whom and with what effect. */
export const CASE_ACTIONS: { readonly [Name in ActionName]: CaseAction<ActionInputs[Name]> } = {
  accept,
  refuse,
  'start-mediation': startMediation,
  'record-session': recordSession,
  'extend-mediation': extendMediation,
  agree,
  'record-payment': recordPayment,
  'record-breach': recordBreach,
  fail,
  withdraw,
  'hand-to-arbitration': handToArbitration,
  'record-risk': recordRisk,
  'acknowledge-warning': acknowledgeWarning,
};

export function isActionName(text: string): text is ActionName {
  return Object.hasOwn(CASE_ACTIONS, text);
}

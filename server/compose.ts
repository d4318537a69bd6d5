import type { Connection } from 'mongoose';
import { createAccountStore } from './accounts/account-store.ts';
import { administerAccount } from './accounts/administer-account.ts';
import { changePassword } from './accounts/change-password.ts';
import { checkCredentials } from './accounts/check-credentials.ts';
import { checkLogin } from './accounts/check-login.ts';
import { createAccount } from './accounts/create-account.ts';
import { createFirstAdministrator, isSetupOpen } from './accounts/create-first-administrator.ts';
import { createLoginStore } from './accounts/login-store.ts';
import { newLogin } from './accounts/new-login.ts';
import { openLogin } from './accounts/open-login.ts';
import { readAccounts } from './accounts/read-accounts.ts';
import { secondFactor } from './accounts/second-factor.ts';
import { appendAudit } from './audit/append-audit.ts';
import { createAuditStore } from './audit/audit-store.ts';
import { eraseAuditDetails } from './audit/erase-audit-details.ts';
import { readAudit } from './audit/read-audit.ts';
import { recordAccess } from './audit/record-access.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { createCalendarStore } from './calendar/calendar-store.ts';
import { importYear } from './calendar/import-year.ts';
import { LiveCalendar } from './calendar/live-calendar.ts';
import { recomputeDeadlines } from './calendar/recompute-deadlines.ts';
import { importWorkers } from './case-import/import-workers.ts';
import { actOnCase } from './cases/act-on-case.ts';
import { barFromCase } from './cases/bar-from-case.ts';
import { breakGlass } from './cases/break-glass.ts';
import { createBreakGlassStore } from './cases/break-glass-store.ts';
import { createCaseListStore } from './cases/case-list-store.ts';
import { createCaseRevisitStore } from './cases/case-revisit-store.ts';
import { createCaseStore } from './cases/case-store.ts';
import { discloseNumbers } from './cases/disclose-numbers.ts';
import { readCases } from './cases/read-cases.ts';
import { readOverdue } from './cases/read-overdue.ts';
import { registerCase } from './cases/register-case.ts';
import { builtInCalendar } from './domain/calendar.ts';
import { createCaseErasureStore } from './erasure/case-erasure-store.ts';
import { eraseCase } from './erasure/erase-case.ts';
import { eraseOverdue } from './erasure/erase-overdue.ts';
import { readRetention } from './erasure/read-retention.ts';
import { setRetention } from './erasure/set-retention.ts';
import { createHeartbeatStore } from './health/heartbeat-store.ts';
import { authenticate, identify } from './http/authenticate.ts';
import { listCursors } from './http/list-cursors.ts';
import { once } from './http/once.ts';
import { paged } from './http/paged.ts';
import { claimKey } from './idempotency/claim-key.ts';
import { createKeptAnswerStore } from './idempotency/kept-answer-store.ts';
import { createDeliveryStore } from './notices/delivery-store.ts';
import { fallBack } from './notices/fall-back.ts';
import { findAddressee } from './notices/find-addressee.ts';
import { materialSources } from './notices/material-sources.ts';
import { createSetAsideStore } from './notices/set-aside-store.ts';
import { createStandingDeliveryStore } from './notices/standing-delivery-store.ts';
import { sweepNotices } from './notices/sweep-notices.ts';
import { createTurnStore } from './notices/turn-store.ts';
import { logInByOidc } from './oidc/log-in-by-oidc.ts';
import type { OidcSettings } from './oidc/oidc-settings.ts';
import { decideDelivery } from './operations/decide-delivery.ts';
import { queuePagePass } from './operations/queue-page-pass.ts';
import { readDeliveries } from './operations/read-deliveries.ts';
import { createOrganisation } from './organisations/create-organisation.ts';
import { editOrganisation } from './organisations/edit-organisation.ts';
import { createOrganisationStore } from './organisations/organisation-store.ts';
import { readOrganisations } from './organisations/read-organisations.ts';
import { readSettings } from './organisations/read-settings.ts';
import { setReminders } from './organisations/set-reminders.ts';
import { setWarningRules } from './organisations/set-warning-rules.ts';
import { createCaseKeyStore } from './personal-data/case-key-store.ts';
import { createCaseSealing } from './personal-data/case-sealing.ts';
import { checkMasterKeys } from './personal-data/check-master-keys.ts';
import { keepKeys } from './personal-data/keep-keys.ts';
import { createMasterKeyStore } from './personal-data/master-key-store.ts';
import { createMasterKeys } from './personal-data/master-keys.ts';
import { createSealedTexts } from './personal-data/sealed-texts.ts';
import { replaceReceiptCode } from './receipts/replace-receipt-code.ts';
import { createCaseSearchStore } from './search/case-search-store.ts';
import { findDuplicates } from './search/find-duplicates.ts';
import { searchCases } from './search/search-cases.ts';
import { createSearchTokens } from './search/search-tokens.ts';
import { deriveKey } from './secrets/derive-key.ts';
import { askCode } from './status-page/ask-code.ts';
import { lookUpByPhone } from './status-page/look-up-by-phone.ts';
import { lookUpStatus } from './status-page/look-up-status.ts';
import { createOneTimeCodes } from './status-page/one-time-code.ts';
import { createOneTimeCodeStore } from './status-page/one-time-code-store.ts';
import { finishTask } from './tasks/finish-task.ts';
import { handOnTasks } from './tasks/hand-on-tasks.ts';
import { readTasks } from './tasks/read-tasks.ts';
import { createTaskStore } from './tasks/task-store.ts';
import { readWarnings } from './warnings/read-warnings.ts';
import { watchEmployers } from './warnings/watch-employers.ts';
import { createWatchedCaseStore } from './warnings/watched-case-store.ts';
import { webhookSettings } from './webhooks/webhook-settings.ts';
import { createWebhookStore } from './webhooks/webhook-store.ts';

/** What the service stands on; web, workers and tests each bring their own. */
export interface Foundations {
  connection: Connection;
  secret: Buffer;
  /** Wrap the data keys of the cases; the first one for new ones, all of them for those that are there. */
  masterKeys: readonly [Buffer, ...Buffer[]];
  setupToken: string | undefined;
  now: () => Date;
  /** How long a member of staff stays logged in. */
  loginHours: number;
  /** A login that is not used for so long ends. */
  loginIdleMinutes?: number;
  /** The provider of identities that staff may log in by; left out: none. */
  oidc?: OidcSettings | null;
  /** How long the answer to a request with a key is given again. */
  answersKeptHours?: number;
}

export type Services = ReturnType<typeof compose>;

/** The composition root: every store and use case, made once from what they stand on. */
export function compose(foundations: Foundations) {
  const { connection } = foundations;
  const masterKeys = createMasterKeys(foundations.masterKeys);
  const sealing = createCaseSealing(masterKeys);
  const searchTokens = createSearchTokens(foundations.secret);
  const caseKeys = createCaseKeyStore({ connection, sealing, masterKeys, searchTokens });
  const sealedTexts = createSealedTexts(caseKeys);
  const stores = {
    accounts: createAccountStore(connection),
    audit: createAuditStore(connection),
    breakGlassGrants: createBreakGlassStore({ connection, sealedTexts }),
    codeRequests: createOneTimeCodeStore(connection),
    cases: createCaseStore({ connection, sealing, caseKeys, searchTokens }),
    deliveries: createDeliveryStore({ connection, sealedTexts }),
    logins: createLoginStore(connection),
    heartbeats: createHeartbeatStore(connection),
    keptAnswers: createKeptAnswerStore(connection),
    organisations: createOrganisationStore(connection),
    setAsides: createSetAsideStore(connection),
    tasks: createTaskStore({ connection, sealedTexts }),
    turns: createTurnStore(connection),
    webhooks: createWebhookStore(connection),
  };
  const calendarYears = createCalendarStore(connection);
  const watchedCases = createWatchedCaseStore({ connection, sealing });
  const caseLists = createCaseListStore(connection);
  const foundation = {
    ...foundations,
    ...stores,
    masterKeys,
    masterKeyStore: createMasterKeyStore(connection),
    sealing,
    caseKeys,
    searchTokens,
    oneTimeCodes: createOneTimeCodes(foundations.secret),
    listCursors: listCursors(foundations.secret),
    auditKey: deriveKey(foundations.secret, 'audit'),
    calendarYears,
    watchedCases,
    caseLists,
    calendar: new LiveCalendar(builtInCalendar(), calendarYears),
    caseErasures: createCaseErasureStore({ connection, sealing }),
    caseSearch: createCaseSearchStore({ connection, sealing }),
    standingDeliveries: createStandingDeliveryStore(connection),
    revisitCases: createCaseRevisitStore(connection),
    findAddressee: findAddressee(stores),
    material: materialSources(stores),
  };
  const checksLogin = checkLogin(foundation);
  const identifies = identify(checksLogin);
  const asked = { authenticate: authenticate(identifies), claimKey: claimKey(foundation) };
  const parts = {
    ...foundation,
    checkLogin: checksLogin,
    identify: identifies,
    authenticate: asked.authenticate,
    appendAudit: appendAudit(foundation),
    verifyAudit: verifyAudit(foundation),
    secondFactor: secondFactor(foundation),
    readAccounts: readAccounts(foundation),
  };
  const acts = actOnCase(parts);
  const erasesCase = eraseCase({ ...parts, eraseAuditDetails: eraseAuditDetails(parts) });
  const checksCredentials = checkCredentials(parts);
  const opensLogin = newLogin(parts);
  const oidc = foundations.oidc ?? null;
  return {
    ...parts,
    once: once(asked),
    paged: paged({ ...asked, listCursors: foundation.listCursors }),
    recordAccess: recordAccess(parts),
    readAudit: readAudit(parts),
    eraseCase: erasesCase,
    eraseOverdue: eraseOverdue({ ...parts, eraseCase: erasesCase }),
    setRetention: setRetention(parts),
    readRetention: readRetention(parts),
    isSetupOpen: () => isSetupOpen(parts),
    createFirstAdministrator: createFirstAdministrator(parts),
    createAccount: createAccount(parts),
    administerAccount: administerAccount(parts),
    changePassword: changePassword(parts),
    createOrganisation: createOrganisation(parts),
    editOrganisation: editOrganisation(parts),
    setWarningRules: setWarningRules(parts),
    readOrganisations: readOrganisations(parts),
    readSettings: readSettings(parts),
    setReminders: setReminders(parts),
    checkCredentials: checksCredentials,
    openLogin: openLogin({ checkCredentials: checksCredentials, newLogin: opensLogin }),
    oidc,
    logInByOidc: logInByOidc({ ...parts, oidc, newLogin: opensLogin }),
    queuePagePass: queuePagePass(parts),
    checkMasterKeys: checkMasterKeys(parts),
    keepKeys: keepKeys(parts),
    barFromCase: barFromCase(parts),
    breakGlass: breakGlass(parts),
    registerCase: registerCase(parts),
    actOnCase: acts,
    importWorkers: importWorkers({ ...parts, actOnCase: acts }),
    replaceReceiptCode: replaceReceiptCode(parts),
    discloseNumbers: discloseNumbers(parts),
    readCases: readCases(parts),
    readOverdue: readOverdue(parts),
    searchCases: searchCases(parts),
    findDuplicates: findDuplicates(parts),
    lookUpStatus: lookUpStatus(parts),
    askCode: askCode(parts),
    lookUpByPhone: lookUpByPhone(parts),
    importYear: importYear(parts),
    recomputeDeadlines: recomputeDeadlines(parts),
    readWarnings: readWarnings(parts),
    watchEmployers: watchEmployers(parts),
    readTasks: readTasks(parts),
    finishTask: finishTask(parts),
    webhookSettings: webhookSettings(parts),
    sweepNotices: sweepNotices({ ...parts, fallBack: fallBack(parts), handOnTasks: handOnTasks(parts) }),
    readDeliveries: readDeliveries(parts),
    decideDelivery: decideDelivery(parts),
    createIndexes: async () => {
      for (const store of Object.values(stores)) await store.createIndexes();
    },
  };
}

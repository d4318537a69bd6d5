import type { Bilingual } from './bilingual.ts';

/** What stands in the way of handing personal data on, or of erasing it. */
export const PERSONAL_DATA_FAULT_TEXTS = {
  consent_missing: {
    en: '{count} of the workers whose data would go have no consent to it that stands ({purpose}). Ask them, and record it by record-consent, or tell the day in consentOn.',
    zh: '有 {count} 名当事职工没有有效的同意记录（{purpose}），其信息不能交出。请征求本人同意并登记，或在 consentOn 中写明同意之日。',
  },
  consent_withdrawn: {
    en: '{count} of the workers took back the consent to be recorded ({workers}), and it cannot go on with them. End it for them by terminate (consent-withdrawn) or remove-workers, or leave them out; where they agree again, record that by record-consent (process). What was done before they took it back can be recorded with its day.',
    zh: '有 {count} 名职工已撤回个人信息处理同意（{workers}），不能继续处理。请对其终止调解（原因：撤回同意）或将其移出案件，或者不将其列入；本人再次同意的，请登记该项同意。撤回之前已经办理的事项，可以写明当时日期补录。',
  },
  case_erased: {
    en: 'This case has been erased: its number, days and sums are left, and nothing can be done with it any more.',
    zh: '该案件的个人信息已依法删除，仅保留编号、日期和金额，不能再进行操作。',
  },
  case_not_ended: {
    en: 'Only a case that has ended, or whose workers have all withdrawn the consent to process, can be erased; this one is {state}. End it or record the withdrawals (record-consent) first.',
    zh: '只有已结束或全部职工均已撤回处理同意的案件才能删除，该案件处于“{state}”状态。请先结案，或登记撤回同意。',
  },
  case_under_hold: {
    en: 'This case is kept as evidence (legalHold). Take lift-legal-hold first, when nobody needs it any more.',
    zh: '该案件处于证据保全状态，请在不再需要时先解除保全。',
  },
  reason_names_somebody: {
    en: 'The reason stays readable after the erasure and names somebody of the case. Say it without names and numbers.',
    zh: '删除理由会长期保留，但其中出现了案件当事人的姓名或号码，请改用不含姓名和号码的表述。',
  },
} as const satisfies Record<string, Bilingual>;

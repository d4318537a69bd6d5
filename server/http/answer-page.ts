import type { Request, RequestHandler } from 'express';
import type { Bilingual } from '../domain/bilingual.ts';
import { Fault, faultText } from '../domain/fault.ts';
import { InvalidFields } from '../domain/invalid-fields.ts';
import { FAULT_STATUS } from './fault-status.ts';

/** Why a form was not answered, and what was typed into it. */
export interface FaultyForm {
  problem: Bilingual;
  asked: Record<string, unknown>;
}

export interface FormPage<Answer> {
  work: (request: Request) => Promise<Answer>;
  render: (page: Answer | FaultyForm) => string;
}

/** Answers a form with a page that nobody stores; a fault is shown on the page. */
export function answerPage<Answer>({ work, render }: FormPage<Answer>): RequestHandler {
  return async (request, response) => {
    response.set('Cache-Control', 'no-store').type('html');
    try {
      response.send(render(await work(request)));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const problem = { zh: problemText(error, 'zh'), en: problemText(error, 'en') };
      response.status(FAULT_STATUS[error.code]).send(render({ problem, asked: request.body ?? {} }));
    }
  };
}

/** The faults of a form's fields in words for whoever filled it in; those of the API are for programmers. */
const MISTYPED: Bilingual = {
  zh: '填写的内容有误，请核对：号码用数字，验证码为 6 位数字。',
  en: 'Something is mistyped. A telephone number is written in digits, a one-time code has six of them.',
};

function problemText(fault: Fault, language: 'zh' | 'en'): string {
  return fault instanceof InvalidFields ? MISTYPED[language] : faultText(fault.code, language, fault.params);
}

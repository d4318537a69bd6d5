import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Bilingual } from '../domain/bilingual.ts';
import { Fault, faultText } from '../domain/fault.ts';
import type { FaultCode } from '../domain/fault-texts.ts';
import { InvalidFields } from '../domain/invalid-fields.ts';
import { FAULT_STATUS } from './fault-status.ts';
import { asFault } from './problem.ts';
import { checkStorable } from './read-body.ts';

/** Why a form was not answered, and what was typed into it. */
export interface FaultyForm {
  problem: Bilingual;
  asked: Record<string, unknown>;
}

export interface FormPage<Answer> {
  work: (request: Request) => Promise<Answer>;
  render: (page: Answer | FaultyForm) => string;
}

/** More than any form needs. */
const form = express.urlencoded({ extended: false, limit: '2kb' });

/** Answers a form with a page that nobody stores; a fault is shown on the page, also one of how the form was sent. */
export function answerPage<Answer>({ work, render }: FormPage<Answer>): RequestHandler {
  return async (request, response) => {
    response.set('Cache-Control', 'no-store').type('html');
    try {
      await readForm(request, response);
      response.send(render(await work(request)));
    } catch (error) {
      const fault = asFault(error);
      const status = FAULT_STATUS[fault.code];
      if (status >= 500) throw error;
      const problem = { zh: problemText(fault, 'zh'), en: problemText(fault, 'en') };
      response.status(status).send(render({ problem, asked: request.body ?? {} }));
    }
  };
}

async function readForm(request: Request, response: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    form(request, response, (error?: Error) => (error === undefined ? resolve() : reject(error)));
  });
  if (request.body === undefined) throw new Fault('malformed_body');
  checkStorable(request.body);
}

/** The faults of a form's fields in words for whoever filled it in; those of the API are for programmers. */
const MISTYPED: Bilingual = {
  zh: '填写的内容有误，请核对：号码用数字，验证码为 6 位数字。',
  en: 'Something is mistyped. A telephone number is written in digits, a one-time code has six of them.',
};

const UNREADABLE: Bilingual = {
  zh: '表单无法读取，请重新打开本页，填写后再提交。',
  en: 'The form could not be read. Open this page again, fill it in and send it.',
};
const OF_THE_FORM: readonly FaultCode[] = ['malformed_body', 'body_too_large'];

function problemText(fault: Fault, language: 'zh' | 'en'): string {
  if (OF_THE_FORM.includes(fault.code)) return UNREADABLE[language];
  return fault instanceof InvalidFields ? MISTYPED[language] : faultText(fault.code, language, fault.params);
}

import { expect } from 'chai';
import type { z } from 'zod';
import type { Operation } from '../../server/api-document/operation.ts';
import { OPERATIONS } from '../../server/api-document/operations.ts';
import type { ActionName } from '../../server/domain/case-actions.ts';
import type { TestApp } from './test-app.ts';
import type { TestCity, TestPerson } from './test-city.ts';

interface Sent {
  who?: TestPerson;
  token?: string;
  ids?: Record<string, string>;
  /** What the example cannot know: ids, and what a test has of its own. */
  changes?: Record<string, unknown>;
  version?: number;
  query?: string;
}

export const operation = (method: string, path: string): Operation =>
  OPERATIONS.find((row) => row.method === method && row.path === path) ?? expect.fail(`no ${method} ${path}`);

/** Sends the examples of the OpenAPI document, and holds each answer against what is written of it, to the last field. */
export function exampleSender(app: TestApp, city: TestCity) {
  async function send(row: Operation, { who, token = who?.token, ids = {}, ...sent }: Sent = {}) {
    const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
    const request = app.http[row.method](`${path}${sent.query ?? ''}`);
    if (token !== undefined) request.set('Authorization', `Bearer ${token}`);
    if (row.ifMatch) request.set('If-Match', `"${sent.version ?? 1}"`);
    if (row.body !== undefined) request.send({ ...(row.example as object), ...sent.changes });
    const answer = await request;
    const { status, content, headers = [] } = row.answer;
    expect(answer.status, `${path}: ${answer.text}`).to.equal(status);
    for (const header of [...headers, 'X-Request-Id'].filter((name) => name !== 'Link')) {
      expect(answer.headers, path).to.have.property(header.toLowerCase());
    }
    if (typeof content === 'string') expect(answer.type).to.equal(content);
    else if (content !== null) fits(content, answer.body, path);
    return answer;
  }

  const register = async () =>
    (await send(operation('post', '/api/v1/cases'), { who: city.clerk })).body.case;

  /** The example of an action, with the ids of this case in place of those of another. */
  async function act({ id }: { id: string }, name: ActionName) {
    const row = operation('post', `/api/v1/cases/{id}/actions/${name}`);
    const subject = (await app.services.cases.find(id, {})) ?? expect.fail('no case');
    const example = row.example as object;
    const agreement = subject.agreements[0];
    const own = {
      mediatorId: city.mediator.accountId,
      instalmentId: agreement?.instalments[0]?.id,
      dutyId: agreement?.duties?.[0]?.id,
      factId: subject.timeline[0]?.id,
      workerIds: [subject.workers.at(-1)?.id],
      workerId: subject.workers[0]?.id,
      helperId: subject.workers[0]?.helpers?.[0]?.id,
      claimId: subject.workers[0]?.claims[0]?.id,
      respondentId: subject.respondents[0]?.id,
      referralId: subject.referrals?.[0]?.id,
    };
    const changes = Object.fromEntries(Object.entries(own).filter(([field]) => field in example));
    return send(row, { who: city.head, ids: { id }, version: subject.version, changes });
  }

  return { send, register, act };
}

function fits(schema: z.ZodType, body: unknown, path: string): void {
  const { error } = schema.safeParse(body);
  expect(error?.issues ?? [], path).to.deep.equal([]);
}

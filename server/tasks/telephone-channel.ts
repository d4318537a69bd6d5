import type { TaskReason } from '../../schemas/documents/task-document.ts';
import type { Addressee } from '../notices/addressee.ts';
import type { DeliveryMaterial, NoticeChannel } from '../notices/notice-channel.ts';
import { assigneeOf } from './task-policy.ts';
import type { TaskStore } from './task-store.ts';

export interface TelephoneChannelDependencies {
  tasks: TaskStore;
  /** What the call is to say. */
  render: (material: DeliveryMaterial) => string;
  now: () => Date;
}

/**
 * The last way to somebody: a colleague telephones. Sent means here that the task stands in a list; it is written
 * under the id of the delivery, so that doing so again changes nothing.
 */
export function telephoneChannel({ tasks, render, now }: TelephoneChannelDependencies): NoticeChannel {
  return {
    repeatable: true,
    mostAttempts: Number.POSITIVE_INFINITY,
    write: (material) => ({ to: numberOf(material.addressee), subject: null, text: render(material) }),
    send: async ({ delivery, letter, material }, mayBegin) => {
      if (!(await mayBegin())) return { kind: 'called-off' };
      const { subject, addressee } = material;
      await tasks.insertMissing({
        id: delivery.id,
        caseId: subject.id,
        organisationId: subject.organisationId,
        noticeKey: delivery.noticeKey,
        assigneeId: assigneeOf(subject, delivery),
        accountId: delivery.accountId,
        workerId: delivery.workerId,
        text: letter.text,
        reason: reasonFor(addressee, delivery.outcome),
        failure: delivery.outcome,
        createdAt: now(),
      });
      return { kind: 'sent', answer: 'a task to telephone waits' };
    },
  };
}

function reasonFor(addressee: Addressee, failure: string | null): TaskReason {
  if (addressee.kind === 'nobody') return 'nobody-in-role';
  return failure === null ? 'asked-to-be-called' : 'other-ways-failed';
}

/** Staff are called at their office. */
export function numberOf(addressee: Addressee): { name: string; address: string } {
  switch (addressee.kind) {
    case 'staff':
      return { name: addressee.account.displayName, address: addressee.organisation.phone };
    case 'worker':
      return { name: addressee.worker.name ?? '', address: addressee.worker.phone ?? '' };
    case 'other-system':
    case 'nobody':
      return { name: '', address: '' };
  }
}

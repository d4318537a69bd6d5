import type { RenderNotice } from '../../server/notices/mail-channel.ts';
import { renderDayMoved } from './render-day-moved.ts';
import { renderDeadlineReminder } from './render-deadline-reminder.ts';
import { renderOpening } from './render-opening.ts';
import { renderOriginAlert } from './render-origin-alert.ts';
import { renderPromiseReminder } from './render-promise-reminder.ts';
import { renderWarning } from './render-warning.ts';
import { renderWarningEscalation } from './render-warning-escalation.ts';

/** Writes a notice, Chinese first, English below; a kind without its template does not build. */
export const renderNotice: RenderNotice = (material) => {
  const { notice } = material;
  switch (notice.kind) {
    case 'deadline-reminder':
      return renderDeadlineReminder(notice, material);
    case 'promise-reminder':
      return renderPromiseReminder(notice, material);
    case 'day-moved':
      return renderDayMoved(notice, material);
    case 'origin-alert':
      return renderOriginAlert(material);
    case 'warning':
      return renderWarning(notice, material);
    case 'warning-escalation':
      return renderWarningEscalation(notice, material);
    case 'emergency-opening':
      return renderOpening(notice, material);
  }
};

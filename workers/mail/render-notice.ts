import type { NoticeMaterial, RenderNotice } from '../../server/notices/send-notice.ts';
import { renderDeadlineReminder } from './render-deadline-reminder.ts';
import { renderOriginAlert } from './render-origin-alert.ts';

/** What every template gets beside the notice. */
export type TemplateContext = NoticeMaterial & { link: string };

/** Writes a notice, Chinese first, English below; a kind without its template does not build. */
export function renderNotice(publicUrl: string): RenderNotice {
  return (material) => {
    const context = { ...material, link: `${publicUrl}/api/v1/cases/${material.subject.id}` };
    const { notice } = context;
    switch (notice.kind) {
      case 'deadline-reminder':
        return renderDeadlineReminder(notice, context);
      case 'origin-alert':
        return renderOriginAlert(context);
    }
  };
}

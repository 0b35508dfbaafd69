import type { PortalApplicationDetails } from '../portal-data.ts';
import { applicationFrame } from './application-frame.ts';
import type { BladeContext, View } from './blade-view.ts';

/** What an application is: its name and its ids. */
export function overviewView(context: BladeContext, application: PortalApplicationDetails): View {
  const { facts } = context.labels;
  return {
    page: 'overview',
    title: application.name,
    draw(paint) {
      const { element } = paint;
      const lines = (Object.keys(facts) as (keyof typeof facts)[]).flatMap((key) => [
        element('dt', {}, facts[key]),
        element('dd', {}, application[key]),
      ]);
      return applicationFrame(paint, context, application, 'overview', element('dl', { class: 'facts' }, ...lines));
    },
  };
}

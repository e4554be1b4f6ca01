import { Hono } from 'hono';
import { dueQuery, dueSurveys, savedResponse, surveyResponse } from '../../../../shared/domain/survey.ts';
import { redactContext } from '../../../../shared/redact/context.ts';
import { rpc } from '../../_shared/rpc.ts';
import { visitorRoute } from '../visitor.ts';

/** What a visitor may be asked, and what he answers. */
export const surveys = new Hono()
  .get(
    '/due',
    visitorRoute(dueQuery, ({ platform, caller, input }) =>
      rpc(platform, 'widget_due_surveys', { caller, ...input }, dueSurveys),
    ),
  )
  .post(
    '/:id/responses',
    visitorRoute(surveyResponse, ({ platform, caller, input, id }) => {
      // The widget has taken secrets out of the address already; who writes without the widget has not.
      const { pageUrl } = redactContext({ pageUrl: input.pageUrl });
      return rpc(
        platform,
        'widget_respond',
        { caller, survey: id, input: { ...input, pageUrl } },
        savedResponse,
      );
    }),
  );

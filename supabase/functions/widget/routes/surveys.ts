import { Hono } from 'hono';
import { dueQuery, dueSurveys, savedResponse, surveyResponse } from '../../../../shared/domain/survey.ts';
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
    visitorRoute(surveyResponse, ({ platform, caller, input, id }) =>
      rpc(platform, 'widget_respond', { caller, survey: id, input }, savedResponse),
    ),
  );

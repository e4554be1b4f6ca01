import { Hono } from 'hono';
import { dueSurvey, savedResponse, surveyResponse } from '../../../../shared/domain/widget.ts';
import { rpc } from '../../_shared/rpc.ts';
import { nothing, visitorRoute } from '../visitor.ts';

/** The question that a visitor is asked now and then, and his answer. */
export const surveys = new Hono()
  .get(
    '/due',
    visitorRoute(nothing, ({ platform, caller }) =>
      rpc(platform, 'widget_due_survey', { caller }, dueSurvey),
    ),
  )
  .post(
    '/:id/responses',
    visitorRoute(surveyResponse, ({ platform, caller, input, id }) =>
      rpc(platform, 'widget_respond', { caller, survey: id, input }, savedResponse),
    ),
  );

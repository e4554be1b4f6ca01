import { Hono } from 'hono';
import { identified, identify as input } from '../../../../shared/domain/identity.ts';
import { rpc } from '../../_shared/rpc.ts';
import { nothing, visitorRoute } from '../visitor.ts';

/** Who the host says its user is: proven by a signature, or only said. */
export const identify = new Hono().post(
  '/',
  visitorRoute(input, ({ platform, caller, input }) =>
    rpc(platform, 'widget_identify', { caller, input }, identified),
  ),
);

/** He logged out: this browser is nobody's any more. */
export const reset = new Hono().post(
  '/',
  visitorRoute(nothing, ({ platform, caller }) => rpc(platform, 'widget_reset', { caller }, nothing)),
);

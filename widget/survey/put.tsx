import { render } from 'preact';
import type { DueSurvey, SurveyResponse } from '../../shared/domain/widget.ts';
import form from '../../shared/ui/form.css?inline';
import tokens from '../../shared/ui/tokens.css?inline';
import { addressToTell } from '../form/address.ts';
import { guardHandlers } from '../frame/guard.ts';
import { newId } from '../frame/id.ts';
import { addSheet } from '../frame/sheet.ts';
import type { Core } from '../loader/core.ts';
import { openSender } from '../sending/open.ts';
import { Card } from './card.tsx';
import css from './survey.css?inline';

export type Survey = NonNullable<DueSurvey['survey']>;

/** Puts the card on the page. */
export function putSurvey(core: Core, survey: Survey): void {
  guardHandlers(core.report);
  for (const text of [tokens, form, css]) addSheet(core.shadow, text);
  const element = document.createElement('div');
  core.stage.append(element);
  const locale = core.locale();

  // One key for the whole card: the server fills in one response, whatever arrives of it and how often.
  const id = newId();
  const page = /^https?:$/.test(location.protocol) ? { pageUrl: addressToTell(location.href) } : {};
  const tell = async (response: Omit<SurveyResponse, 'idempotencyKey' | 'locale' | 'pageUrl'>) => {
    const sender = await openSender(core);
    const payload = { survey: survey.id, response: { ...response, locale, ...page } };
    await sender.enqueue({ kind: 'response', payload }, id);
  };
  const over = () => {
    render(null, element);
    element.remove();
  };
  core.signal.addEventListener('abort', over);
  render(
    <Card
      locale={locale}
      onAnswer={(score, comment) =>
        tell({ outcome: 'answered', score, ...(comment ? { comment } : {}) }).catch(core.report)
      }
      onDismiss={() => tell({ outcome: 'dismissed' }).catch(core.report)}
      onGone={over}
    />,
    element,
  );
  tell({ outcome: 'shown' }).catch(core.report);
}

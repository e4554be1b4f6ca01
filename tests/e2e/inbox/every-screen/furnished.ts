// One conversation of the demo company with everything that can stand beside one.
import { demoProjectId } from '../../../../supabase/local/demo.ts';
import { superuser } from '../../../support/callers.ts';

/** Adds what is missing to the first closed conversation of the demo company; answers its id. */
export async function furnished(): Promise<string> {
  const sql = superuser();
  const [found] = await sql<{ id: string; visitor: string; message: string; at: Date }[]>`
    select c.id, c.visitor_id as visitor, c.created_at as at,
      (select m.id from public.messages m where m.conversation_id = c.id order by m.created_at limit 1) as message
    from public.conversations c
    where c.project_id = ${demoProjectId} and c.status = 'closed' order by c.number limit 1`;
  if (found === undefined) throw new Error('the demo company has no closed conversation');
  const { id, visitor, message } = found;
  const at = new Date(found.at.getTime() - 7000).toISOString();
  const context = {
    referrer: 'https://app.example.com/home',
    custom: { plan: 'T-12', seats: 12, beta: true },
    logs: {
      errors: [{ at, text: `TypeError: ${'a long word '.repeat(20)}` }],
      requests: [{ at, method: 'POST', path: `/api/${'reports/'.repeat(20)}`, status: 0, ms: 812 }],
      steps: Array.from({ length: 9 }, (_, place) => ({ at, kind: 'click', text: `Row ${place}` })),
    },
  };
  const score = {
    id: 'score',
    kind: 'csat',
    required: true,
    title: { en: 'How was it?', 'zh-CN': '满意吗？' },
  };
  await sql.begin(async (all) => {
    await all`update public.conversations set context = context || ${all.json(context)} where id = ${id}`;
    await all`update public.visitors set user_id = 'user-48213', traits = ${all.json({ vip: true })}
      where id = ${visitor}`;
    await all`insert into public.attachments (project_id, visitor_id, conversation_id, message_id, state, path,
        content_type, bytes, sha256, name, idempotency_key)
      values (${demoProjectId}, ${visitor}, ${id}, ${message}, 'attached', ${`${demoProjectId}/furnished`},
        'application/pdf', 48211, ${'a'.repeat(64)}, ${`${'a very long name '.repeat(8)}.pdf`}, gen_random_uuid())
      on conflict do nothing`;
    await all`with offered as (
        select id, gen_random_uuid() as session from public.articles
        where project_id = ${demoProjectId} and status = 'published' order by title limit 2)
      insert into public.suggestion_events (project_id, article_id, visitor_id, session_id, outcome, conversation_id)
      select ${demoProjectId}, o.id, ${visitor}, o.session, 'submitted_anyway', ${id} from offered o
      where not exists (select from public.suggestion_events e where e.conversation_id = ${id})`;
    await all`with asked as (
        insert into public.surveys (project_id, slug, name, kind, questions)
        values (${demoProjectId}, 'furnished', 'CSAT', 'csat', ${all.json([score])})
        on conflict (project_id, slug) do update set name = excluded.name returning id)
      insert into public.responses (project_id, survey_id, visitor_id, conversation_id, outcome, answers, locale,
        idempotency_key)
      select ${demoProjectId}, a.id, ${visitor}, ${id}, 'answered', ${all.json({ score: 4 })}, 'en', gen_random_uuid()
      from asked a on conflict do nothing`;
  });
  return id;
}

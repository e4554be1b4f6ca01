-- The demo company's fixed rows: workspaces, members, projects, surveys, competitors, boards.
-- `npm start` runs this file on a new database and then adds conversations, scores, articles and pictures, whose
-- times count back from that moment (supabase/local/seed.ts). By itself, in psql or the SQL editor of a trial project,
-- it needs no Node; members are taken from the accounts that exist with these addresses, so make those first, or run
-- it again afterwards: what is there stays as it is.

insert into public.workspaces (id, name, created_at) values
  ('5e4a1c0e-0001-4000-8000-000000000001', 'Lanternway', now() - interval '400 days'),
  ('5e4a1c0e-0002-4000-8000-000000000001', 'Papermill Studio', now() - interval '90 days')
on conflict do nothing;

insert into public.members (workspace_id, user_id, role, display_name)
select wanted.workspace::uuid, u.id, wanted.role::public.member_role, wanted.name
from (values
  ('5e4a1c0e-0001-4000-8000-000000000001', 'owner@example.com', 'owner', 'Ines Calder'),
  ('5e4a1c0e-0001-4000-8000-000000000001', 'admin@example.com', 'admin', 'Tomas Brandvold'),
  ('5e4a1c0e-0001-4000-8000-000000000001', 'agent@example.com', 'agent', 'Nora Whitfield'),
  ('5e4a1c0e-0001-4000-8000-000000000001', 'kefu@example.com', 'agent', '苏婉清'),
  ('5e4a1c0e-0001-4000-8000-000000000001', 'pm@example.com', 'pm', 'Jonas Okafor'),
  ('5e4a1c0e-0001-4000-8000-000000000001', 'viewer@example.com', 'viewer', 'Lea Fontaine'),
  ('5e4a1c0e-0002-4000-8000-000000000001', 'admin@example.org', 'admin', 'Ruth Amsel')
) as wanted (workspace, email, role, name)
join auth.users u on u.email = wanted.email
on conflict do nothing;

insert into public.projects (id, workspace_id, name, publishable_key, allowed_origins, business_hours, created_at) values
  ('5e4a1c0e-0001-4000-8000-000000000011', '5e4a1c0e-0001-4000-8000-000000000001', 'Lanternway',
    'pk_demo_hearback_0001', '{http://127.0.0.1:5174,http://localhost:5174}',
    '{"timeZone": "Europe/London", "week": [[["07:00", "19:00"]], [["07:00", "19:00"]], [["07:00", "19:00"]],
      [["07:00", "19:00"]], [["07:00", "17:30"]], [["09:00", "12:00"]], []]}', now() - interval '400 days'),
  ('5e4a1c0e-0002-4000-8000-000000000011', '5e4a1c0e-0002-4000-8000-000000000001', 'Papermill Notes',
    'pk_demo_hearback_0002', '{https://notes.example.org}', null, now() - interval '90 days')
on conflict do nothing;

-- The NPS: twelve seconds, so that whoever tries the demo meets the question.
insert into public.surveys (id, project_id, slug, name, active, trigger, created_at)
select wanted.id::uuid, wanted.project::uuid, 'nps', 'NPS', true,
  jsonb_build_object('pages', '[]'::jsonb, 'event', null, 'delaySeconds', wanted.delay, 'scrollPercent', null,
    'exitIntent', false, 'conversationClosed', false),
  now() - wanted.ago
from (values
  ('5e4a1c0e-0001-4000-8000-000000000021', '5e4a1c0e-0001-4000-8000-000000000011', 12, interval '200 days'),
  ('5e4a1c0e-0002-4000-8000-000000000021', '5e4a1c0e-0002-4000-8000-000000000011', 20, interval '60 days')
) as wanted (id, project, delay, ago)
on conflict do nothing;

-- Asked in the thread of a closed conversation, about each one; and a question about a feature, to be asked once somebody
-- has exported a table.
insert into public.surveys (id, project_id, slug, name, kind, active, questions, trigger, cooldown_days, created_at) values
  ('5e4a1c0e-0001-4000-8000-000000000022', '5e4a1c0e-0001-4000-8000-000000000011', 'support', 'Support CSAT', 'csat', true, '[
    {"id": "score", "kind": "csat", "required": true,
     "title": {"en": "How satisfied are you with the help you got?", "zh-CN": "您对这次得到的帮助满意吗？"},
     "low": {"en": "Very dissatisfied", "zh-CN": "非常不满意"}, "high": {"en": "Very satisfied", "zh-CN": "非常满意"},
     "next": [{"if": {"over": 3}, "to": "end"}]},
    {"id": "reason", "kind": "text", "required": false,
     "title": {"en": "What could we have done better?", "zh-CN": "我们哪里可以做得更好？"}}]',
    '{"pages": [], "event": null, "delaySeconds": 0, "scrollPercent": null, "exitIntent": false, "conversationClosed": true}',
    0, now() - interval '120 days'),
  ('5e4a1c0e-0001-4000-8000-000000000023', '5e4a1c0e-0001-4000-8000-000000000011', 'export', 'Table export', 'custom', true, '[
    {"id": "goal", "kind": "choice", "required": true,
     "title": {"en": "What did you export the table for?", "zh-CN": "您导出表格是为了做什么？"},
     "options": [{"id": "report", "label": {"en": "A report", "zh-CN": "做报告"}},
       {"id": "analysis", "label": {"en": "Analysis elsewhere", "zh-CN": "在其他工具里分析"}},
       {"id": "backup", "label": {"en": "A backup", "zh-CN": "备份"}},
       {"id": "other", "label": {"en": "Something else", "zh-CN": "其他"}}],
     "next": [{"if": {"is": "other"}, "to": "words"}]},
    {"id": "ease", "kind": "rating", "scale": 5, "required": false,
     "title": {"en": "How easy was it?", "zh-CN": "导出过程容易吗？"},
     "low": {"en": "Hard", "zh-CN": "很难"}, "high": {"en": "Easy", "zh-CN": "很容易"}},
    {"id": "words", "kind": "text", "required": false,
     "title": {"en": "What should we know?", "zh-CN": "还有什么想告诉我们的？"}}]',
    '{"pages": ["/tables*"], "event": "exported", "delaySeconds": 2, "scrollPercent": null, "exitIntent": false, "conversationClosed": false}',
    90, now() - interval '40 days')
on conflict do nothing;

insert into public.competitors (id, project_id, name, domain) values
  ('5e4a1c0e-0001-4000-8000-000000000031', '5e4a1c0e-0001-4000-8000-000000000011', 'Harbourgraph', 'harbourgraph.example'),
  ('5e4a1c0e-0001-4000-8000-000000000032', '5e4a1c0e-0001-4000-8000-000000000011', 'Cargolytic', 'cargolytic.example'),
  ('5e4a1c0e-0001-4000-8000-000000000033', '5e4a1c0e-0001-4000-8000-000000000011', 'Dockmetric', 'dockmetric.example'),
  ('5e4a1c0e-0001-4000-8000-000000000034', '5e4a1c0e-0001-4000-8000-000000000011', '舟览数据', 'zhoulan.example'),
  ('5e4a1c0e-0001-4000-8000-000000000035', '5e4a1c0e-0001-4000-8000-000000000011', '运小星', 'yunxiaoxing.example')
on conflict do nothing;

insert into public.boards (id, project_id, name) values
  ('5e4a1c0e-0001-4000-8000-000000000041', '5e4a1c0e-0001-4000-8000-000000000011', 'Pricing and plans'),
  ('5e4a1c0e-0001-4000-8000-000000000042', '5e4a1c0e-0001-4000-8000-000000000011', 'First five minutes'),
  ('5e4a1c0e-0001-4000-8000-000000000043', '5e4a1c0e-0001-4000-8000-000000000011', '报表与看板')
on conflict do nothing;

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

insert into public.projects (id, workspace_id, name, publishable_key, allowed_origins, created_at) values
  ('5e4a1c0e-0001-4000-8000-000000000011', '5e4a1c0e-0001-4000-8000-000000000001', 'Lanternway',
    'pk_demo_hearback_0001', '{http://127.0.0.1:5174,http://localhost:5174}', now() - interval '400 days'),
  ('5e4a1c0e-0002-4000-8000-000000000011', '5e4a1c0e-0002-4000-8000-000000000001', 'Papermill Notes',
    'pk_demo_hearback_0002', '{https://notes.example.org}', now() - interval '90 days')
on conflict do nothing;

-- Twelve seconds, so that whoever tries the demo meets the question.
insert into public.surveys (id, project_id, delay_seconds, created_at) values
  ('5e4a1c0e-0001-4000-8000-000000000021', '5e4a1c0e-0001-4000-8000-000000000011', 12, now() - interval '200 days'),
  ('5e4a1c0e-0002-4000-8000-000000000021', '5e4a1c0e-0002-4000-8000-000000000011', 20, now() - interval '60 days')
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

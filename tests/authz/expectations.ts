// Who may do what with which table: the one place to change when a right changes. matrix.test.ts tries every cell.

export const callers = [
  'anonymous',
  'visitor',
  'viewer',
  'pm',
  'agent',
  'admin',
  'owner',
  'admin of another workspace',
] as const;
export type Caller = (typeof callers)[number];
export const verbs = ['select', 'insert', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];

const nobody: Caller[] = [];
const staff: Caller[] = ['viewer', 'pm', 'agent', 'admin', 'owner'];
const admins: Caller[] = ['admin', 'owner'];
const support: Caller[] = ['agent', 'admin', 'owner'];
const product: Caller[] = ['pm', 'admin', 'owner'];

export type Rights = Record<Verb, Caller[]>;
const reads = (select: Caller[]): Rights => ({ select, insert: nobody, update: nobody, delete: nobody });

/** By table. "May" means: the row of the workspace is seen, made, changed or removed. */
export const rights: Record<string, Rights> = {
  'public.workspaces': { ...reads(staff), update: admins },
  'public.members': reads(staff),
  'public.projects': { ...reads(staff), update: admins },
  'public.visitors': reads(staff),
  'public.visitor_tokens': reads(staff),
  'public.conversations': { ...reads(staff), update: support },
  'public.messages': { ...reads(staff), insert: support },
  'public.attachments': reads(staff),
  'public.surveys': { select: staff, insert: product, update: product, delete: product },
  'public.responses': reads(staff),
  'public.articles': {
    select: ['anonymous', 'visitor', ...staff],
    insert: support,
    update: support,
    delete: support,
  },
  'public.suggestion_events': reads(staff),
  'public.competitors': { select: staff, insert: product, update: product, delete: product },
  'public.boards': { select: staff, insert: product, update: product, delete: product },
  'public.captures': { ...reads(staff), update: product, delete: product },
  'private.project_counters': reads(nobody),
  'private.project_secrets': reads(nobody),
  'private.used_signatures': reads(nobody),
  'private.rate_limits': reads(nobody),
};

/** SECURITY DEFINER functions that members may run: each answers about the caller's own workspaces only. */
export const openDefiners = [
  'private.my_projects(member_role[])',
  'private.my_workspaces(member_role[])',
  'project_secret(uuid)',
  'rotate_project_secret(uuid)',
  'staff_reply(uuid,text,boolean,uuid,jsonb)',
];

/** The columns that members may set, by table; all others never. */
export const writable: Record<string, { insert?: string[]; update?: string[] }> = {
  'public.workspaces': { update: ['name'] },
  'public.projects': { update: ['allowed_origins', 'business_hours', 'name', 'survey_rest_days'] },
  'public.conversations': { update: ['status'] },
  'public.messages': { insert: ['body', 'conversation_id', 'idempotency_key', 'internal', 'project_id'] },
  'public.surveys': {
    insert: [
      'active',
      'audience',
      'cooldown_days',
      'ends_at',
      'kind',
      'name',
      'priority',
      'project_id',
      'questions',
      'sample_percent',
      'slug',
      'starts_at',
      'thanks',
      'trigger',
    ],
    update: [
      'active',
      'audience',
      'cooldown_days',
      'ends_at',
      'name',
      'priority',
      'questions',
      'sample_percent',
      'slug',
      'starts_at',
      'thanks',
      'trigger',
    ],
  },
  'public.articles': {
    insert: ['body', 'locale', 'project_id', 'source_message_id', 'status', 'title'],
    update: ['body', 'locale', 'status', 'title'],
  },
  'public.competitors': { insert: ['domain', 'name', 'project_id'], update: ['domain', 'name'] },
  'public.boards': { insert: ['name', 'project_id'], update: ['name'] },
  'public.captures': { update: ['note', 'title'] },
};

-- What members answer, with pictures and files.

-- Whether the member may write in this project: null, or the refusal.
create function private.check_writer(as_user uuid, project uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select from public.members m join public.projects p using (workspace_id)
    where p.id = project and m.user_id = as_user and m.role in ('owner', 'admin', 'agent')) then return null; end if;
  return private.refusal('forbidden', 'Your role in this project does not allow answering.');
end $$;

-- A place for a picture or file of a member's reply. Only the function `uploads` may call this and `reply_upload`,
-- after it has asked Auth who is calling; the bytes are looked at and finalised as a visitor's are.
create function public.reserve_reply_upload(as_user uuid, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  project uuid := input ->> 'projectId';
  refused jsonb := private.check_writer(as_user, project);
begin
  if refused is not null then return refused; end if;
  refused := private.too_often(jsonb_build_object('token', as_user), 'upload');
  if refused is not null then return refused; end if;
  return private.reserve_upload(project, null, as_user, input);
end $$;

create function public.reply_upload(as_user uuid, upload uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  return coalesce(private.too_often(jsonb_build_object('token', as_user), 'upload'), private.upload_of(as_user, upload));
end $$;

revoke execute on function public.reserve_reply_upload(uuid, jsonb), public.reply_upload(uuid, uuid) from public, anon, authenticated;
grant execute on function public.reserve_reply_upload(uuid, jsonb), public.reply_upload(uuid, uuid) to service_role;

-- Writes a member's answer or internal note with its uploads, or nothing. `uploads`: a list of {uploadId, cleanUploadId?,
-- annotation?}, finalised by the same member. Repeating a key answers the message that it made first.
-- Answers {messageId, createdAt}. Errors: 42501 for whoever may not write there, 22023 where the text is empty or too
-- long, or an upload is not his, not finalised or already used, or its marks do not belong to it.
create function public.staff_reply(conversation uuid, body text, internal boolean, idempotency_key uuid, uploads jsonb default '[]')
returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  place uuid;
  written record;
  refused jsonb;
begin
  select c.project_id into place from public.conversations c
  where c.id = staff_reply.conversation and c.project_id in (select private.my_projects('{owner,admin,agent}'));
  if place is null then
    raise exception 'there is no conversation % that you may answer', conversation using errcode = 'insufficient_privilege';
  end if;
  if (length(btrim(body, E' \t\r\n')) between 1 and 5000) is not true then
    raise exception 'a message has 1 to 5000 characters' using errcode = 'invalid_parameter_value';
  end if;
  if jsonb_typeof(uploads) is distinct from 'array' or jsonb_array_length(uploads) > 5 then
    raise exception 'uploads are a list of at most five' using errcode = 'invalid_parameter_value';
  end if;
  -- What a function parses for visitors: 32 KB as they are sent may be twice that as they are kept.
  if exists (select from jsonb_array_elements(uploads) as upload where pg_column_size(upload -> 'annotation') > 65536) then
    raise exception 'the marks of a picture have at most 32 KB' using errcode = 'invalid_parameter_value';
  end if;
  perform private.lock_key(conversation::text, idempotency_key::text);
  select m.id, m.created_at, m.member_id into written from public.messages m
  where m.conversation_id = staff_reply.conversation and m.idempotency_key = staff_reply.idempotency_key;
  if written.id is null then
    refused := private.check_attachments(place, me, uploads);
    if refused is not null then
      raise exception '%', refused ->> 'message' using errcode = 'invalid_parameter_value';
    end if;
    insert into public.messages (project_id, conversation_id, author, member_id, internal, body, idempotency_key)
    values (place, staff_reply.conversation, 'member', me, staff_reply.internal, btrim(staff_reply.body, E' \t\r\n'), staff_reply.idempotency_key)
    returning id, created_at, member_id into written;
    perform private.attach(me, staff_reply.conversation, written.id, uploads);
  elsif written.member_id is distinct from me then
    raise exception 'this key belongs to another message' using errcode = 'unique_violation';
  end if;
  return jsonb_build_object('messageId', written.id, 'createdAt', written.created_at);
end $$;

revoke execute on function public.staff_reply(uuid, text, boolean, uuid, jsonb) from public, anon;
grant execute on function public.staff_reply(uuid, text, boolean, uuid, jsonb) to authenticated;

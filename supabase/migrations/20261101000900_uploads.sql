-- Pictures and files on their way, from the place that is kept for each to the message it goes with. `owner` is
-- whoever uploads: a visitor or a member.

-- Null if every upload of `attachments` is finalised, the owner's own in this project and not yet used, and if marks
-- and clean image belong to their picture; else the refusal. Locks the uploads until the end of the transaction, so
-- that two messages cannot take the same one.
create function private.check_attachments(project uuid, owner uuid, attachments jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  uploads uuid[];
  refused jsonb;
begin
  if jsonb_array_length(coalesce(attachments, '[]')) = 0 then return null; end if;
  uploads := array(
    select (input ->> image)::uuid
    from jsonb_array_elements(attachments) as input, unnest(array['uploadId', 'cleanUploadId']) as image
    where input ? image);
  perform from public.attachments a where a.id = any (uploads) and owner in (a.visitor_id, a.member_id) order by a.id for update;
  if (select count(*) from public.attachments a
      where a.id = any (uploads) and a.project_id = project and owner in (a.visitor_id, a.member_id)
        and a.state = 'finalised') <> cardinality(uploads) then
    return private.refusal('invalid_request', 'A picture or file of this message was not uploaded or is already used.');
  end if;
  select marks.refusal into refused
  from jsonb_array_elements(attachments) as input
  join public.attachments a on a.id = (input ->> 'uploadId')::uuid
  left join public.attachments c on c.id = (input ->> 'cleanUploadId')::uuid
  cross join lateral private.check_marks(input -> 'annotation', a.width, a.height,
    case when c.id is not null then jsonb_build_object('width', c.width, 'height', c.height) end) as marks (refusal)
  where marks.refusal is not null
  limit 1;
  return refused;
end $$;

create function private.attach(owner uuid, conversation uuid, message uuid, attachments jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if attachments is null then return; end if;
  update public.attachments a
  set state = 'attached', conversation_id = conversation, message_id = message,
      annotation = nullif(input -> 'annotation', 'null')
  from jsonb_array_elements(attachments) as input
  where a.id = (input ->> 'uploadId')::uuid and owner in (a.visitor_id, a.member_id) and a.state = 'finalised';
  update public.attachments a
  set state = 'attached', conversation_id = conversation, message_id = message, clean_of = (input ->> 'uploadId')::uuid
  from jsonb_array_elements(attachments) as input
  where a.id = (input ->> 'cleanUploadId')::uuid and owner in (a.visitor_id, a.member_id) and a.state = 'finalised';
end $$;

-- The place that `key` of this owner already names, or an empty row. No link is given for a place that is a day old,
-- so that the place can be forgotten some time: such a place counts as none.
create function private.reserved_upload(owner uuid, key uuid) returns public.attachments
language plpgsql volatile security definer set search_path = '' as $$
declare
  upload public.attachments;
begin
  select * into upload from public.attachments a
  where (a.visitor_id = owner or a.member_id = owner) and a.idempotency_key = key;
  if upload.state = 'reserved' and upload.created_at < now() - interval '1 day' then
    perform public.widget_discard_upload(upload.id);
    return null;
  end if;
  return upload;
end $$;

-- A place for one picture or file of exactly one of `visitor` and `member`, the same again for the same key. Answers
-- `path`, for which the function signs an upload link, and `fresh`: whether it was made now.
create function private.reserve_upload(project uuid, visitor uuid, member uuid, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  key uuid := input ->> 'idempotencyKey';
  kind text := input ->> 'contentType';
  upload public.attachments := private.reserved_upload(coalesce(visitor, member), key);
  candidate uuid := gen_random_uuid();
begin
  if upload.id is null then
    insert into public.attachments (id, project_id, visitor_id, member_id, path, name, content_type, bytes, idempotency_key)
    values (candidate, project, visitor, member,
      format('%s/%s/%s.%s', project, coalesce(visitor, member), candidate,
        case kind when 'text/plain' then 'txt' else split_part(kind, '/', 2) end),
      input ->> 'name', kind, (input ->> 'bytes')::integer, key)
    on conflict do nothing;
    select * into upload from public.attachments a
    where (a.visitor_id = visitor or a.member_id = member) and a.idempotency_key = key;
  end if;
  if upload.project_id <> project or upload.content_type <> kind or upload.bytes <> (input ->> 'bytes')::integer then
    return private.refusal('conflict', 'This key belongs to another picture or file.');
  end if;
  return jsonb_build_object('uploadId', upload.id, 'path', upload.path, 'state', upload.state,
    'contentType', upload.content_type, 'bytes', upload.bytes, 'fresh', upload.id = candidate);
end $$;

create function public.widget_reserve_upload(caller jsonb, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_with_token(caller);
  refused jsonb;
begin
  if door ? 'error' then return door; end if;
  -- Repeats too: each of them costs requests to Storage.
  refused := private.too_often(caller, 'upload');
  if refused is not null then return refused; end if;
  return private.reserve_upload((door ->> 'project')::uuid, private.welcome(caller, (door ->> 'project')::uuid), null, input);
end $$;

-- An upload of the owner's: where it lies and what was announced or, once it is finalised, found.
create function private.upload_of(owner uuid, upload uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  found public.attachments;
begin
  select * into found from public.attachments a
  where a.id = upload and owner in (a.visitor_id, a.member_id) and a.state <> 'discarded';
  if found.id is null then return private.refusal('not_found', 'There is no such upload of yours.'); end if;
  return jsonb_build_object('uploadId', found.id, 'path', found.path, 'state', found.state,
    'contentType', found.content_type, 'bytes', found.bytes,
    'width', found.width, 'height', found.height, 'sha256', found.sha256);
end $$;

create function public.widget_upload(caller jsonb, upload uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_known(caller, 'upload');
begin
  if door ? 'error' then return door; end if;
  return private.upload_of((door ->> 'visitor')::uuid, upload);
end $$;

-- The bytes were looked at: `facts` is {contentType, bytes, width, height, sha256} as found, a file's without sizes.
-- Answers what is kept, which is the first finding where two requests finalise one upload.
create function public.widget_finalise_upload(upload uuid, facts jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  kept public.attachments;
begin
  update public.attachments a
  set state = 'finalised', content_type = facts ->> 'contentType', bytes = (facts ->> 'bytes')::integer,
      width = (facts ->> 'width')::integer, height = (facts ->> 'height')::integer, sha256 = facts ->> 'sha256'
  where a.id = upload and a.state = 'reserved';
  select * into kept from public.attachments a where a.id = upload and a.state in ('finalised', 'attached');
  if kept.id is null then return private.refusal('not_found', 'There is no such upload of yours.'); end if;
  return jsonb_build_object('uploadId', kept.id, 'contentType', kept.content_type, 'bytes', kept.bytes,
    'width', kept.width, 'height', kept.height, 'sha256', kept.sha256);
end $$;

-- The bytes were not what was announced. The upload is gone for its owner, whose key is free again; the path is kept until no
-- upload link can be good any more, because bytes could be put there once more. False if the upload was finalised
-- or discarded in the meantime: then its file is no business of the caller's.
create function public.widget_discard_upload(upload uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.attachments a set state = 'discarded', idempotency_key = gen_random_uuid()
  where a.id = upload and a.state = 'reserved';
  return found;
end $$;

-- Whether no upload link of a place made at `reserved` can be good any more: links are given within a day
-- (widget_reserve_upload) and Storage takes them for two hours.
create function private.links_ended(reserved timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select reserved < now() - interval '27 hours'
$$;

-- Paths of up to ten files of the project that are to be removed: uploads that were not finished within a day or
-- not sent within a week (somebody offline may still hold the message), which no message can take any more from now
-- on, and discarded ones whose links have ended. The caller removes the files and
-- then says so to `widget_forget_uploads`; if he does not get there, the paths are answered again.
create function public.widget_stale_uploads(project_key text) returns setof text
language sql volatile security definer set search_path = '' as $$
  update public.attachments a set state = 'discarded', idempotency_key = gen_random_uuid()
  where a.id in (
    select u.id from public.attachments u join public.projects p on p.id = u.project_id
    where p.publishable_key = project_key
      and case u.state
        when 'reserved' then u.created_at < now() - interval '1 day'
        when 'finalised' then u.created_at < now() - interval '7 days'
        when 'discarded' then private.links_ended(u.created_at)
      end
      and u.state <> 'attached'
    order by u.created_at limit 10
    for update of u skip locked
  )
  returning a.path
$$;

-- The files of these discarded uploads are removed.
create function public.widget_forget_uploads(paths text[]) returns void
language sql volatile security definer set search_path = '' as $$
  delete from public.attachments a
  where a.path = any (paths) and a.state = 'discarded' and private.links_ended(a.created_at)
$$;

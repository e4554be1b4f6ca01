-- Where pictures lie: two private buckets. Paths start with the project's id; reads go by short signed links.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('attachments', 'attachments', false, 10485760, '{image/png,image/jpeg,image/webp,image/gif}'),
  ('captures', 'captures', false, 10485760, '{image/png,image/jpeg,image/webp,image/gif}')
on conflict (id) do update
set public = excluded.public,
    file_size_limit = excluded.file_size_limit,
    allowed_mime_types = excluded.allowed_mime_types;

-- Visitors upload through links that the function signs, so the bucket `attachments` takes nothing from members.
create policy "staff read the attachments of their projects" on storage.objects for select to authenticated
  using (bucket_id = 'attachments' and split_part(name, '/', 1) in (select id::text from private.my_projects() as id));

create policy "staff read the captures of their projects" on storage.objects for select to authenticated
  using (bucket_id = 'captures' and split_part(name, '/', 1) in (select id::text from private.my_projects() as id));

-- <project>/<member>/<capture>.<type>: everybody uploads under his own name only.
create policy "product managers upload captures" on storage.objects for insert to authenticated
  with check (
    bucket_id = 'captures'
    and split_part(name, '/', 1) in (select id::text from private.my_projects('{owner,admin,pm}') as id)
    and split_part(name, '/', 2) = (select auth.uid())::text
  );

create policy "product managers delete captures" on storage.objects for delete to authenticated
  using (
    bucket_id = 'captures'
    and split_part(name, '/', 1) in (select id::text from private.my_projects('{owner,admin,pm}') as id)
  );

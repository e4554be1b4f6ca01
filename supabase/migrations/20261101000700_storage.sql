-- Where pictures and files lie: two private buckets. Paths start with the project's id; reads go by short signed links.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('attachments', 'attachments', false, 10485760, '{image/png,image/jpeg,image/webp,image/gif,application/pdf,text/plain,text/csv,application/json,application/zip,video/mp4,video/webm}'),
  ('captures', 'captures', false, 10485760, '{image/png,image/jpeg,image/webp,image/gif}')
on conflict (id) do update
set public = excluded.public,
    file_size_limit = excluded.file_size_limit,
    allowed_mime_types = excluded.allowed_mime_types;

-- Visitors and members upload through links that the functions sign, so the bucket `attachments` takes nothing from
-- anybody else. Who may read a picture's row may read its file: row-level security of attachments decides within the subselect, so
-- that what a visitor uploaded and did not send stays unseen.
create policy "staff read the attachments of their projects" on storage.objects for select to authenticated
  using (bucket_id = 'attachments' and exists (select from public.attachments a where a.path = objects.name));

-- <project>/<member>/<capture>.<type>, of a clean image <capture>.clean.<type>: everybody uploads under his own name only, and sees there what he has not filed yet.
create policy "staff read the captures of their projects" on storage.objects for select to authenticated
  using (
    bucket_id = 'captures'
    and split_part(name, '/', 1) in (select id::text from private.my_projects() as id)
    and (
      split_part(name, '/', 2) = (select auth.uid())::text
      or exists (select from public.captures c where c.path = objects.name or c.clean_path = objects.name)
    )
  );

-- A filed picture was looked at, and so was its clean image: nothing may be put in its place, even after its file was deleted.
create policy "product managers upload captures" on storage.objects for insert to authenticated
  with check (
    bucket_id = 'captures'
    and split_part(name, '/', 1) in (select id::text from private.my_projects('{owner,admin,pm}') as id)
    and split_part(name, '/', 2) = (select auth.uid())::text
    and not exists (select from public.captures c where c.path = objects.name or c.clean_path = objects.name)
  );

create policy "product managers delete captures" on storage.objects for delete to authenticated
  using (
    bucket_id = 'captures'
    and split_part(name, '/', 1) in (select id::text from private.my_projects('{owner,admin,pm}') as id)
  );

-- Last: nobody runs what the files before made for the function `widget`, and nothing private, but those named.

revoke execute on all functions in schema private from public;
grant execute on function private.my_projects(public.member_role[]), private.my_workspaces(public.member_role[]) to authenticated;

do $$
declare
  door regprocedure;
begin
  for door in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname like 'widget\_%'
  loop
    execute format('revoke execute on function %s from public, anon, authenticated', door);
    execute format('grant execute on function %s to service_role', door);
  end loop;
end $$;

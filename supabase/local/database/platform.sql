-- What hosted Supabase has before the first migration runs, as far as this project relies on it: roles,
-- schemas and privileges. Applied to an empty PostgreSQL by its superuser `supabase_admin`; safe to apply again.
-- The tables of auth and storage come between this file and platform-access.sql (see platform.ts).

do $$
declare
  wanted text[][] := array[
    ['anon', 'nologin noinherit'],
    ['authenticated', 'nologin noinherit'],
    ['service_role', 'nologin noinherit bypassrls'],
    ['authenticator', 'login noinherit'],
    ['supabase_auth_admin', 'nologin noinherit createrole'],
    ['supabase_storage_admin', 'nologin noinherit createrole'],
    -- As on hosted, migrations run as `postgres`, which is no superuser: what needs one fails here first.
    ['postgres', 'login createdb createrole replication bypassrls']
  ];
  item text[];
begin
  foreach item slice 1 in array wanted loop
    if not exists (select from pg_catalog.pg_roles where rolname = item[1]) then
      execute format('create role %I %s', item[1], item[2]);
    end if;
  end loop;
end
$$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role, authenticator to postgres with admin option;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
-- Lets migrations write policies on storage.objects.
grant supabase_storage_admin to postgres;

do $$
begin
  execute format('alter database %I owner to postgres', current_database());
  -- The advisors look only at schemas that the REST API exposes.
  execute format('alter database %I set pgrst.db_schemas = %L', current_database(), 'public');
end
$$;

create schema if not exists auth;
create schema if not exists storage;
create schema if not exists extensions authorization postgres;
create schema if not exists supabase_migrations authorization postgres;
alter schema public owner to postgres;

revoke create on schema public from public;
grant usage on schema public, auth, storage, extensions to postgres, anon, authenticated, service_role;
grant create on schema extensions to postgres;

create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;

-- Tables and sequences: nothing by default, as on hosted since 2026-10-30; each migration grants what it needs.
-- Functions: the older hosted default, so that `revoke … from public` alone is seen to be too little here too.
alter default privileges for role postgres in schema public grant execute on functions to anon, authenticated;

-- The CLI's own table, in the form the CLI writes.
create table if not exists supabase_migrations.schema_migrations (
  version text primary key,
  statements text[],
  name text
);
alter table supabase_migrations.schema_migrations owner to postgres;

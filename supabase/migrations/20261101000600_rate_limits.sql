-- How often one visitor or one address may do a thing: a token bucket each.

-- Unlogged: it is written on nearly every request, and after a crash every bucket may start full again.
-- No index but the key's and room on each page, so that an update stays on its page (HOT).
create unlogged table private.rate_limits (
  key text primary key,
  tokens double precision not null,
  -- Whether the last request got its token.
  taken boolean not null default true,
  updated_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
alter table private.rate_limits enable row level security;
alter table private.rate_limits force row level security;

-- What a bucket holds at the time `present`. Plain enough to become part of the statement that calls it.
create function private.filled(bucket private.rate_limits, burst double precision, per_second double precision, present timestamptz)
returns double precision language sql immutable as $$
  select least(burst, bucket.tokens
    + greatest(0, extract(epoch from present - bucket.updated_at)::double precision) * per_second)
$$;

-- Takes one token from the bucket `bucket_key`, which holds `burst` and gets `per_second` back.
-- Returns 0, or in how many seconds there will be a token. A refused request takes nothing.
-- plpgsql here and wherever a request passes: it keeps its plans, a function in SQL is planned at every call.
create function private.take_token(bucket_key text, burst double precision, per_second double precision) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  present timestamptz := clock_timestamp();
  wait integer;
begin
  insert into private.rate_limits as bucket (key, tokens, updated_at)
  values (bucket_key, burst - 1, present)
  on conflict (key) do update
  set taken = private.filled(bucket, burst, per_second, present) >= 1,
      tokens = private.filled(bucket, burst, per_second, present)
        - case when private.filled(bucket, burst, per_second, present) >= 1 then 1 else 0 end,
      updated_at = greatest(present, bucket.updated_at)
  returning case when taken then 0 else greatest(1, ceil((1 - tokens) / per_second))::integer end into wait;
  return wait;
end $$;

-- Forgets buckets that nobody touched for an hour; they would be full again anyway. Once a minute, by whoever comes
-- first: every request may make buckets, so every request has to see to it that they do not pile up.
create function private.sweep_rate_limits() returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if exists (select from private.rate_limits where key = 'sweep' and updated_at > clock_timestamp() - interval '1 minute')
    or not pg_try_advisory_xact_lock(hashtextextended('private.sweep_rate_limits', 0)) then
    return;
  end if;
  insert into private.rate_limits as bucket (key, tokens) values ('sweep', 0)
  on conflict (key) do update set updated_at = excluded.updated_at;
  delete from private.rate_limits where key in (
    select key from private.rate_limits where updated_at < now() - interval '1 hour' limit 10000 for update skip locked
  );
end $$;

-- What is limited, and how: a visitor's own bucket, and a wider one for his address, which an office may share.
create function private.rate_limit(action text, visitor text, address text) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  visitor_burst double precision; visitor_rate double precision;
  address_burst double precision; address_rate double precision;
  wait integer;
begin
  case action
    when 'conversation' then visitor_burst := 10; visitor_rate := 0.1; address_burst := 60; address_rate := 1;
    when 'reply'        then visitor_burst := 20; visitor_rate := 0.3; address_burst := 120; address_rate := 2;
    -- A picture or file takes two requests, and so does a clean image.
    when 'upload'       then visitor_burst := 40; visitor_rate := 0.2; address_burst := 240; address_rate := 0.6;
    when 'response'     then visitor_burst := 20; visitor_rate := 0.2; address_burst := 120; address_rate := 2;
    when 'identify'     then visitor_burst := 20; visitor_rate := 0.1; address_burst := 240; address_rate := 2;
    when 'suggest'      then visitor_burst := 60; visitor_rate := 2;   address_burst := 300; address_rate := 10;
    when 'read'         then visitor_burst := 120; visitor_rate := 2;  address_burst := 600; address_rate := 20;
  end case;
  -- The address first, and in this order always: two requests that share both never wait for each other in a ring,
  -- and whoever makes up a new visitor a request leaves no trace once his address is out of tokens.
  wait := case when address is null then 0
    else private.take_token(action || ':address:' || address, address_burst, address_rate) end;
  if wait = 0 and visitor is not null then
    wait := private.take_token(action || ':visitor:' || visitor, visitor_burst, visitor_rate);
  end if;
  -- Last, when no bucket is waited for any more.
  perform private.sweep_rate_limits();
  return wait;
end $$;

revoke execute on function private.filled(private.rate_limits, double precision, double precision, timestamptz),
  private.take_token(text, double precision, double precision),
  private.rate_limit(text, text, text), private.sweep_rate_limits() from public;

-- `idempotency`: the first answer to a key is stored in the transaction of its change, so a retry gets the same answer and never a
-- second change. `metrics`: totals are folded from appended deltas, so no counter row is fought over by writers.
create schema platform;
grant usage on schema platform to minyi_app;

create table platform.idempotency (
  congress_id integer not null,
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer not null default 0,
  answer jsonb,
  created_at timestamptz not null,
  constraint idempotency_pk primary key (congress_id, actor, key)
);
create index idempotency_by_age on platform.idempotency (congress_id, created_at);
alter table platform.idempotency enable row level security;
create policy tenant on platform.idempotency using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update, delete on platform.idempotency to minyi_app;

create schema metrics;
grant usage on schema metrics to minyi_app;

create table metrics.delta (
  congress_id integer not null,
  id uuid not null,
  metric text not null,
  dimension text not null,
  amount integer not null,
  constraint delta_pk primary key (congress_id, id)
);
create index delta_by_metric on metrics.delta (congress_id, metric, dimension, amount);

create table metrics.total (
  congress_id integer not null,
  metric text not null,
  dimension text not null,
  amount bigint not null,
  constraint total_pk primary key (congress_id, metric, dimension)
);

do $$
declare t text;
begin
  foreach t in array array['delta', 'total'] loop
    execute format('alter table metrics.%I enable row level security', t);
    execute format('create policy tenant on metrics.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
    execute format('grant select, insert, update, delete on metrics.%I to minyi_app', t);
  end loop;
end
$$;

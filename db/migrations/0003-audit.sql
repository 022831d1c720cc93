-- One event row per change, read by timelines, notifications, scoring, webhooks and feeds. The program may insert and read, never
-- change: no update, no delete is granted. `pending` is the sealer's queue; `seal` is the SM3 chain of one congress.
create schema audit;
grant usage on schema audit to minyi_app;

create table audit.event (
  congress_id integer not null,
  id uuid not null,
  name text not null,
  subject_id uuid not null,
  actor_id uuid,
  at timestamptz not null,
  payload jsonb not null,
  constraint event_pk primary key (congress_id, id)
);
create index event_by_subject on audit.event (congress_id, subject_id, id);
create index event_by_name on audit.event (congress_id, name, id);
create index event_by_actor on audit.event (congress_id, actor_id, id);

create table audit.pending (
  congress_id integer not null,
  event_id uuid not null,
  constraint pending_pk primary key (congress_id, event_id)
);

create table audit.seal (
  congress_id integer not null,
  number bigint not null,
  event_id uuid not null,
  digest text not null,
  sealed_at timestamptz not null,
  constraint seal_pk primary key (congress_id, number),
  constraint seal_event_unique unique (congress_id, event_id)
);

do $$
declare t text;
begin
  foreach t in array array['event', 'pending', 'seal'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('create policy tenant on audit.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
    execute format('grant select, insert on audit.%I to minyi_app', t);
  end loop;
end
$$;
grant delete on audit.pending to minyi_app;

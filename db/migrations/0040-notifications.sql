-- What people and other systems are told about events. A notice or a delivery exists once for each event and receiver, so a job that
-- runs twice tells nobody twice. `digest` is the mark that a person's mail of one day was handed to the mail server: it is committed
-- before the sending and never taken back while it is unknown whether the mail left.
create schema notifications;
grant usage on schema notifications to minyi_app;

create table notifications.notice (
  congress_id integer not null,
  id uuid not null,
  account_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  text jsonb not null,
  why jsonb not null,
  link text not null,
  read_at timestamptz,
  digested_on date,
  constraint notice_pk primary key (congress_id, id),
  constraint notice_once_for_each_reader unique (congress_id, event_id, account_id),
  constraint notice_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id),
  constraint notice_event_fk foreign key (congress_id, event_id) references audit.event (congress_id, id)
);
create index notice_by_account on notifications.notice (congress_id, account_id, id);
create index notice_unread on notifications.notice (congress_id, account_id, id) where read_at is null;
create index notice_undigested on notifications.notice (congress_id, account_id, id) where digested_on is null;

create table notifications.preference (
  congress_id integer not null,
  account_id uuid not null,
  is_digest_mailed boolean not null,
  mail_cipher text,
  constraint preference_pk primary key (congress_id, account_id),
  constraint preference_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id)
);

create table notifications.digest (
  congress_id integer not null,
  account_id uuid not null,
  day date not null,
  state text not null,
  items integer not null,
  marked_at timestamptz not null,
  settled_at timestamptz,
  constraint digest_pk primary key (congress_id, account_id, day),
  constraint digest_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id),
  constraint digest_state_known check (state in ('marked', 'sent', 'unknown'))
);

create table notifications.webhook (
  congress_id integer not null,
  id uuid not null,
  url text not null,
  secret_cipher text not null,
  events text[] not null,
  is_enabled boolean not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint webhook_pk primary key (congress_id, id),
  constraint webhook_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint webhook_events_some check (cardinality(events) between 1 and 100)
);

create table notifications.delivery (
  congress_id integer not null,
  id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  state text not null default 'pending',
  attempts integer not null default 0,
  status_code integer,
  problem text,
  created_at timestamptz not null,
  attempted_at timestamptz,
  constraint delivery_pk primary key (congress_id, id),
  constraint delivery_once_for_each_webhook unique (congress_id, event_id, webhook_id),
  constraint delivery_webhook_fk foreign key (congress_id, webhook_id) references notifications.webhook (congress_id, id) on delete cascade,
  constraint delivery_event_fk foreign key (congress_id, event_id) references audit.event (congress_id, id),
  constraint delivery_state_known check (state in ('pending', 'delivered', 'failed'))
);
create index delivery_by_webhook on notifications.delivery (congress_id, webhook_id, id);

do $$
declare t text;
begin
  foreach t in array array['notice', 'preference', 'digest', 'webhook', 'delivery'] loop
    execute format('alter table notifications.%I enable row level security', t);
    execute format('create policy tenant on notifications.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
    execute format('grant select, insert, update, delete on notifications.%I to minyi_app', t);
  end loop;
end
$$;

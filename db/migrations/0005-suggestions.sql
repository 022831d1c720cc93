-- Deputies' suggestions, criticisms and opinions (建议、批评和意见).
create schema suggestions;
grant usage on schema suggestions to minyi_app;

create table suggestions.suggestion (
  congress_id integer not null,
  id uuid not null,
  term integer not null,
  session integer,
  series text not null,
  number integer,
  reference text,
  title text not null,
  matter text not null,
  category text not null,
  lead_deputy_id uuid not null,
  proposed_unit_id uuid,
  is_public boolean not null,
  status text not null,
  unit_id uuid,
  profile_version integer,
  is_difficult boolean not null default false,
  round integer not null default 1,
  created_at timestamptz not null,
  submitted_on date,
  registered_on date,
  handed_over_on date,
  round_started_on date,
  accepted_on date,
  replied_on date,
  rated_on date,
  closed_on date,
  version integer not null default 1,
  constraint suggestion_pk primary key (congress_id, id),
  constraint suggestion_number_unique unique (congress_id, series, number),
  constraint suggestion_reference_unique unique (congress_id, reference),
  constraint suggestion_deputy_fk foreign key (congress_id, lead_deputy_id) references congress.deputy (congress_id, id),
  constraint suggestion_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint suggestion_proposed_unit_fk foreign key (congress_id, proposed_unit_id) references congress.unit (congress_id, id)
);
create index suggestion_by_status on suggestions.suggestion (congress_id, status, id);
create index suggestion_by_unit on suggestions.suggestion (congress_id, unit_id, status, id);
create index suggestion_by_deputy on suggestions.suggestion (congress_id, lead_deputy_id, id);
create index suggestion_unanswered on suggestions.suggestion (congress_id, id) where handed_over_on is not null and replied_on is null;
create index suggestion_by_category on suggestions.suggestion (congress_id, category, id);

-- 具体建议: one row for each numbered request, so that a reply can answer point by point (逐条回应).
create table suggestions.request (
  congress_id integer not null,
  suggestion_id uuid not null,
  ordinal integer not null,
  text text not null,
  constraint request_pk primary key (congress_id, suggestion_id, ordinal),
  constraint request_suggestion_fk foreign key (congress_id, suggestion_id) references suggestions.suggestion (congress_id, id)
);

-- 面商、走访、电话: a contact must be on record before a reply (代表法 art 51).
create table suggestions.contact (
  congress_id integer not null,
  id uuid not null,
  suggestion_id uuid not null,
  round integer not null,
  kind text not null,
  contacted_on date not null,
  note text not null,
  constraint contact_pk primary key (congress_id, id),
  constraint contact_suggestion_fk foreign key (congress_id, suggestion_id) references suggestions.suggestion (congress_id, id),
  constraint contact_kind_known check (kind in ('visit', 'meeting', 'phone', 'message', 'site'))
);
create index contact_by_suggestion on suggestions.contact (congress_id, suggestion_id, id);

create table suggestions.reply (
  congress_id integer not null,
  suggestion_id uuid not null,
  round integer not null,
  unit_id uuid not null,
  class text not null,
  document_number text not null,
  signer text not null,
  contact text not null,
  text text not null,
  replied_on date not null,
  constraint reply_pk primary key (congress_id, suggestion_id, round),
  constraint reply_suggestion_fk foreign key (congress_id, suggestion_id) references suggestions.suggestion (congress_id, id),
  constraint reply_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id)
);

create table suggestions.reply_point (
  congress_id integer not null,
  suggestion_id uuid not null,
  round integer not null,
  ordinal integer not null,
  text text not null,
  constraint reply_point_pk primary key (congress_id, suggestion_id, round, ordinal),
  constraint reply_point_reply_fk foreign key (congress_id, suggestion_id, round) references suggestions.reply (congress_id, suggestion_id, round)
);

-- One rating for each round, given by the lead deputy; never changed.
create table suggestions.rating (
  congress_id integer not null,
  suggestion_id uuid not null,
  round integer not null,
  attitude text not null,
  result text not null,
  reason text not null,
  rated_on date not null,
  constraint rating_pk primary key (congress_id, suggestion_id, round),
  constraint rating_reply_fk foreign key (congress_id, suggestion_id, round) references suggestions.reply (congress_id, suggestion_id, round),
  constraint rating_known check (attitude in ('satisfied', 'basically_satisfied', 'dissatisfied')
    and result in ('satisfied', 'basically_satisfied', 'dissatisfied'))
);

-- Numbers are continuous within a series (one session, or one year between sessions) and never reused, also after withdrawal.
create table suggestions.number_series (
  congress_id integer not null,
  series text not null,
  last_number integer not null,
  constraint number_series_pk primary key (congress_id, series)
);

do $$
declare t text;
begin
  foreach t in array array['suggestion', 'request', 'contact', 'reply', 'reply_point', 'rating', 'number_series'] loop
    execute format('alter table suggestions.%I enable row level security', t);
    execute format('create policy tenant on suggestions.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
  end loop;
end
$$;
grant select, insert, update on suggestions.suggestion, suggestions.number_series to minyi_app;
grant select, insert, delete on suggestions.request to minyi_app;
grant select, insert on suggestions.contact, suggestions.reply, suggestions.reply_point, suggestions.rating to minyi_app;

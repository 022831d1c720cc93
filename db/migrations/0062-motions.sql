-- Motions (议案): put by several deputies together, received, decided; what is no motion may become a suggestion.
create schema motions;
grant usage on schema motions to minyi_app;

create table motions.motion (
  congress_id integer not null,
  id uuid not null,
  term integer not null,
  session integer,
  series text not null,
  number integer,
  reference text,
  lead_deputy_id uuid not null,
  is_public boolean not null,
  status text not null,
  text_version integer not null default 1,
  minimum integer,
  outcome text,
  committee_id uuid,
  sent_on date,
  merged_into_id uuid,
  created_at timestamptz not null,
  submitted_on date,
  received_on date,
  version integer not null default 1,
  constraint motion_pk primary key (congress_id, id),
  constraint motion_number_unique unique (congress_id, series, number),
  constraint motion_reference_unique unique (congress_id, reference),
  constraint motion_deputy_fk foreign key (congress_id, lead_deputy_id) references congress.deputy (congress_id, id),
  constraint motion_committee_fk foreign key (congress_id, committee_id) references congress.unit (congress_id, id),
  constraint motion_merged_fk foreign key (congress_id, merged_into_id) references motions.motion (congress_id, id),
  constraint motion_outcome_known check (outcome in ('on_agenda', 'to_committee', 'not_motion', 'not_on_agenda', 'merged'))
);
create index motion_by_status on motions.motion (congress_id, status, id);
create index motion_by_deputy on motions.motion (congress_id, lead_deputy_id, id);
create index motion_by_committee on motions.motion (congress_id, committee_id, id);
create index motion_by_main on motions.motion (congress_id, merged_into_id) where merged_into_id is not null;

-- Every wording is kept: a confirmation names the version it was given to, so an edit voids it without touching it.
create table motions.text (
  congress_id integer not null,
  motion_id uuid not null,
  version integer not null,
  kind text not null,
  title text not null,
  grounds text not null,
  plan text not null,
  outline text,
  written_at timestamptz not null,
  constraint text_pk primary key (congress_id, motion_id, version),
  constraint text_motion_fk foreign key (congress_id, motion_id) references motions.motion (congress_id, id),
  constraint text_kind_known check (kind in ('legislation', 'implementation', 'supervision', 'decision', 'other'))
);

-- Invitation, reading, confirmation: one row for each deputy who was asked to join.
create table motions.cosigner (
  congress_id integer not null,
  motion_id uuid not null,
  deputy_id uuid not null,
  invited_at timestamptz not null,
  read_version integer,
  read_at timestamptz,
  confirmed_version integer,
  confirmed_at timestamptz,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  constraint cosigner_pk primary key (congress_id, motion_id, deputy_id),
  constraint cosigner_motion_fk foreign key (congress_id, motion_id) references motions.motion (congress_id, id),
  constraint cosigner_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id)
);
create index cosigner_by_deputy on motions.cosigner (congress_id, deputy_id, motion_id);

-- What the presidium or the chairpersons' meeting decided, as it was recorded; never changed.
create table motions.decision (
  congress_id integer not null,
  id uuid not null,
  motion_id uuid not null,
  outcome text not null,
  body text not null,
  decided_on date not null,
  basis text not null,
  committee_id uuid,
  main_id uuid,
  constraint decision_pk primary key (congress_id, id),
  constraint decision_motion_fk foreign key (congress_id, motion_id) references motions.motion (congress_id, id),
  constraint decision_main_fk foreign key (congress_id, main_id) references motions.motion (congress_id, id),
  constraint decision_committee_fk foreign key (congress_id, committee_id) references congress.unit (congress_id, id),
  constraint decision_outcome_known check (outcome in ('on_agenda', 'to_committee', 'not_motion', 'not_on_agenda', 'merged')),
  constraint decision_body_known check (body in ('presidium', 'chairpersons_meeting', 'standing_committee'))
);
create index decision_by_motion on motions.decision (congress_id, motion_id, id);

create table motions.opinion (
  congress_id integer not null,
  motion_id uuid not null,
  committee_id uuid not null,
  recommendation text not null,
  text text not null,
  given_on date not null,
  constraint opinion_pk primary key (congress_id, motion_id),
  constraint opinion_motion_fk foreign key (congress_id, motion_id) references motions.motion (congress_id, id),
  constraint opinion_committee_fk foreign key (congress_id, committee_id) references congress.unit (congress_id, id),
  constraint opinion_recommendation_known check (recommendation in ('on_agenda', 'not_on_agenda', 'not_motion'))
);

-- Suggestions of the same matter, and the one that a motion became; a suggestion is named by its id.
create table motions.link (
  congress_id integer not null,
  motion_id uuid not null,
  suggestion_id uuid not null,
  kind text not null,
  linked_at timestamptz not null,
  constraint link_pk primary key (congress_id, motion_id, suggestion_id),
  constraint link_motion_fk foreign key (congress_id, motion_id) references motions.motion (congress_id, id),
  constraint link_kind_known check (kind in ('became', 'related'))
);
create index link_by_suggestion on motions.link (congress_id, suggestion_id, motion_id);
create unique index link_became_once on motions.link (congress_id, motion_id) where kind = 'became';

-- A series of their own (议案第N号), apart from that of suggestions; a number is never given twice.
create table motions.number_series (
  congress_id integer not null,
  series text not null,
  last_number integer not null,
  constraint number_series_pk primary key (congress_id, series)
);

do $$
declare t text;
begin
  foreach t in array array['motion', 'text', 'cosigner', 'decision', 'opinion', 'link', 'number_series'] loop
    execute format('alter table motions.%I enable row level security', t);
    execute format('create policy tenant on motions.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
  end loop;
end
$$;
grant select, insert, update on motions.motion, motions.cosigner, motions.number_series to minyi_app;
grant select, insert on motions.text, motions.decision, motions.opinion to minyi_app;
grant select, insert, delete on motions.link to minyi_app;

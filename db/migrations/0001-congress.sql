-- The congress kernel. `congress_id` is the first column of every key and index of tenant data (docs/adr/0003); the registry of
-- congresses and their host names are the only tables without it, since they are read before the tenant is known.
create schema congress;
grant usage on schema congress to minyi_app;

create table congress.congress (
  id integer not null,
  parent_id integer,
  level text not null,
  name text not null,
  short_name text not null,
  slug text not null,
  area_code text not null,
  created_at timestamptz not null default now(),
  constraint congress_pk primary key (id),
  constraint congress_slug_unique unique (slug),
  constraint congress_parent_fk foreign key (parent_id) references congress.congress (id),
  constraint congress_level_known check (level in ('province', 'city', 'county', 'township'))
);
grant select on congress.congress to minyi_app;

create table congress.host (
  name text not null,
  congress_id integer not null,
  constraint host_pk primary key (name),
  constraint host_congress_fk foreign key (congress_id) references congress.congress (id)
);
grant select on congress.host to minyi_app;

create table congress.term (
  congress_id integer not null,
  number integer not null,
  starts_on date not null,
  ends_on date,
  constraint term_pk primary key (congress_id, number),
  constraint term_congress_fk foreign key (congress_id) references congress.congress (id)
);

create table congress.session (
  congress_id integer not null,
  term integer not null,
  number integer not null,
  title text not null,
  opens_on date not null,
  closes_on date not null,
  constraint session_pk primary key (congress_id, term, number),
  constraint session_term_fk foreign key (congress_id, term) references congress.term (congress_id, number),
  constraint session_days_ordered check (opens_on <= closes_on)
);

create table congress.district (
  congress_id integer not null,
  id uuid not null,
  name text not null,
  ordinal integer not null,
  constraint district_pk primary key (congress_id, id),
  constraint district_name_unique unique (congress_id, name)
);

create table congress.unit (
  congress_id integer not null,
  id uuid not null,
  kind text not null,
  name text not null,
  short_name text not null,
  initials text not null,
  parent_id uuid,
  duties text not null default '',
  ordinal integer not null default 0,
  starts_on date not null,
  ends_on date,
  constraint unit_pk primary key (congress_id, id),
  constraint unit_name_unique unique (congress_id, name),
  constraint unit_parent_fk foreign key (congress_id, parent_id) references congress.unit (congress_id, id),
  constraint unit_kind_known check (kind in ('standing_committee', 'working_body', 'special_committee', 'government',
    'department', 'supervision_commission', 'court', 'procuratorate', 'district_government', 'other'))
);

create table congress.deputy (
  congress_id integer not null,
  id uuid not null,
  name text not null,
  initials text not null,
  gender text not null,
  nationality text not null,
  born_in integer,
  occupation text not null default '',
  card_number text not null,
  constraint deputy_pk primary key (congress_id, id),
  constraint deputy_card_unique unique (congress_id, card_number)
);

create table congress.seat (
  congress_id integer not null,
  id uuid not null,
  term integer not null,
  deputy_id uuid not null,
  constituency text not null,
  starts_on date not null,
  ends_on date,
  end_reason text,
  constraint seat_pk primary key (congress_id, id),
  constraint seat_deputy_unique unique (congress_id, term, deputy_id, starts_on),
  constraint seat_term_fk foreign key (congress_id, term) references congress.term (congress_id, number),
  constraint seat_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id)
);

-- Delegations sit in session, deputy groups between sessions (代表法 arts 14, 26–27): both are bodies with dated memberships.
create table congress.body (
  congress_id integer not null,
  id uuid not null,
  term integer not null,
  kind text not null,
  name text not null,
  ordinal integer not null,
  constraint body_pk primary key (congress_id, id),
  constraint body_name_unique unique (congress_id, term, kind, name),
  constraint body_term_fk foreign key (congress_id, term) references congress.term (congress_id, number),
  constraint body_kind_known check (kind in ('delegation', 'group'))
);

create table congress.membership (
  congress_id integer not null,
  body_id uuid not null,
  deputy_id uuid not null,
  office text not null default 'member',
  starts_on date not null,
  ends_on date,
  constraint membership_pk primary key (congress_id, body_id, deputy_id, starts_on),
  constraint membership_body_fk foreign key (congress_id, body_id) references congress.body (congress_id, id),
  constraint membership_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id),
  constraint membership_office_known check (office in ('head', 'deputy_head', 'liaison', 'member'))
);
create index membership_by_deputy on congress.membership (congress_id, deputy_id, starts_on);

create table congress.station (
  congress_id integer not null,
  id uuid not null,
  kind text not null,
  name text not null,
  district_id uuid not null,
  address text not null,
  opened_on date not null,
  closed_on date,
  constraint station_pk primary key (congress_id, id),
  constraint station_name_unique unique (congress_id, name),
  constraint station_district_fk foreign key (congress_id, district_id) references congress.district (congress_id, id),
  constraint station_kind_known check (kind in ('home', 'station', 'point'))
);
create index station_by_district on congress.station (congress_id, district_id, kind, id);

-- Settings of one congress, by date: the newest row on or before a day counts; older rows stay as history.
create table congress.setting (
  congress_id integer not null,
  name text not null,
  effective_on date not null,
  value jsonb not null,
  set_at timestamptz not null,
  set_by uuid,
  constraint setting_pk primary key (congress_id, name, effective_on)
);

do $$
declare t text;
begin
  foreach t in array array['term', 'session', 'district', 'unit', 'deputy', 'seat', 'body', 'membership', 'station', 'setting'] loop
    execute format('alter table congress.%I enable row level security', t);
    execute format('create policy tenant on congress.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
    execute format('grant select, insert, update on congress.%I to minyi_app', t);
  end loop;
end
$$;

-- Rules of procedure as data. `holiday` is the congress's own table of days on top of the one that comes with the program; it may be
-- edited. `profile_version` holds the settings of a slice from a day on; an activated version is never changed: no update is granted.
create schema procedure;
grant usage on schema procedure to minyi_app;

create table procedure.holiday (
  congress_id integer not null,
  day date not null,
  is_workday boolean not null,
  name text not null,
  constraint holiday_pk primary key (congress_id, day),
  constraint holiday_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint holiday_name_length check (length(name) between 1 and 40)
);

create table procedure.profile_version (
  congress_id integer not null,
  slice text not null,
  version integer not null,
  id uuid not null,
  effective_on date not null,
  title text not null,
  settings jsonb not null,
  activated_at timestamptz not null,
  activated_by uuid,
  constraint profile_version_pk primary key (congress_id, slice, version),
  constraint profile_version_id_unique unique (congress_id, id),
  constraint profile_version_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint profile_version_counts_from_one check (version >= 1),
  constraint profile_version_settings_object check (jsonb_typeof(settings) = 'object')
);
create index profile_version_by_day on procedure.profile_version (congress_id, slice, effective_on);

alter table procedure.holiday enable row level security;
alter table procedure.profile_version enable row level security;
create policy tenant on procedure.holiday using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
create policy tenant on procedure.profile_version using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update, delete on procedure.holiday to minyi_app;
grant select, insert on procedure.profile_version to minyi_app;

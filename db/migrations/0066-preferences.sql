-- What a person keeps for their own convenience; nobody else reads it and nothing depends on it, so it may be thrown away.
create schema preferences;
grant usage on schema preferences to minyi_app;

-- 常用筛选: a name for the query of a list page. The slot is what keeps them few: two tabs that save at once cannot both take the last.
create table preferences.saved_filter (
  congress_id integer not null,
  account_id uuid not null,
  id uuid not null,
  slot integer not null,
  page text not null,
  name text not null,
  query text not null,
  saved_at timestamptz not null,
  constraint saved_filter_pk primary key (congress_id, account_id, id),
  constraint saved_filter_slot_unique unique (congress_id, account_id, slot),
  constraint saved_filter_name_unique unique (congress_id, account_id, page, name),
  constraint saved_filter_slot_bounded check (slot between 1 and 20)
);
alter table preferences.saved_filter enable row level security;
create policy tenant on preferences.saved_filter using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update, delete on preferences.saved_filter to minyi_app;

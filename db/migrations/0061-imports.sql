-- Tables that people bring along: what was read from them, row by row, and what became of each row (product 7.3, 7.7). The cells stay in
-- the person's own file; here stand only what is wrong with a row and what it became.
create schema imports;
grant usage on schema imports to minyi_app;

create table imports.import_run (
  congress_id integer not null,
  id uuid not null,
  kind text not null,
  file_id uuid not null,
  file_name text not null,
  status text not null,
  headers text[] not null default '{}',
  header_row integer,
  -- Key of a column → header in the file.
  mapping jsonb not null default '{}',
  -- Why it failed or what is missing, as a sentence.
  problem text,
  started_by uuid not null,
  created_at timestamptz not null,
  imported_at timestamptz,
  undone_at timestamptz,
  constraint import_run_pk primary key (congress_id, id),
  constraint import_run_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint import_run_status_known check (status in
    ('uploaded', 'checking', 'checked', 'importing', 'imported', 'cancelled', 'failed', 'undoing', 'undone'))
);

create table imports.import_row (
  congress_id integer not null,
  run_id uuid not null,
  -- The row in the sheet, counted from 1.
  number integer not null,
  state text not null,
  is_update boolean not null default false,
  problems jsonb not null default '[]',
  -- What a person chose for this row alone: key of a column and name as written → id.
  choices jsonb not null default '{}',
  subject_id uuid,
  -- The state of the subject that this row left behind, to see later whether anybody touched it.
  mark text,
  -- What stood there before, where the row changed something.
  before jsonb,
  constraint import_row_pk primary key (congress_id, run_id, number),
  constraint import_row_run_fk foreign key (congress_id, run_id) references imports.import_run (congress_id, id),
  constraint import_row_state_known check (state in ('pending', 'good', 'bad', 'imported', 'undone'))
);
create index import_row_by_state on imports.import_row (congress_id, run_id, state, number);

-- 以后都这样识别: how a unit or a deputy is written in somebody's tables.
create table imports.name_memory (
  congress_id integer not null,
  kind text not null,
  written text not null,
  named_id uuid not null,
  remembered_by uuid not null,
  remembered_at timestamptz not null,
  constraint name_memory_pk primary key (congress_id, kind, written),
  constraint name_memory_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint name_memory_kind_known check (kind in ('unit', 'deputy'))
);

do $$
declare t text;
begin
  foreach t in array array['import_run', 'import_row', 'name_memory'] loop
    execute format('alter table imports.%I enable row level security', t);
    execute format('create policy tenant on imports.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
  end loop;
end
$$;
grant select, insert, update on imports.import_run, imports.name_memory to minyi_app;
grant select, insert, update, delete on imports.import_row to minyi_app;

-- Suggestions of earlier years. `imported_version` is the version that an import wrote: while it is still the version, nobody has touched
-- the row, and only then may an import write it anew or be undone. An undone row keeps its number and nothing else (`is_undone`).
alter table suggestions.suggestion add column imported_version integer, add column is_undone boolean not null default false;

-- Replies and ratings are never changed nor deleted; the one exception is what an import wrote and nobody has touched since. The database
-- itself holds to that, whatever the program asks.
do $$
declare t text;
begin
  foreach t in array array['reply', 'reply_point', 'rating'] loop
    execute format('grant delete on suggestions.%I to minyi_app', t);
    execute format('create policy imported_alone on suggestions.%I as restrictive for delete using (exists (
      select from suggestions.suggestion s where s.congress_id = %I.congress_id and s.id = %I.suggestion_id and s.imported_version = s.version))', t, t, t);
  end loop;
end
$$;

-- `kind` says what may read an entry: a subject that is public in part has two entries, one of them with its public words only.
-- Chinese search: every pair of neighbouring characters is a lexeme; word segmentation would lose half of all two-character
-- fragments and a trigram index is blind to them (docs/adr/0009).
create extension if not exists btree_gin;
create schema search;
grant usage on schema search to minyi_app;

create table search.entry (
  congress_id integer not null,
  kind text not null,
  subject_id uuid not null,
  text text not null,
  pairs tsvector not null,
  constraint entry_pk primary key (congress_id, kind, subject_id)
);
create index entry_by_pairs on search.entry using gin (congress_id, kind, pairs);
alter table search.entry enable row level security;
create policy tenant on search.entry using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update, delete on search.entry to minyi_app;

-- Under row-level security PostgreSQL may not hand `@@` and LIKE to an index (they are not leakproof), which would read every row.
-- So the search runs as the owner and applies the same tenant condition itself; it answers nothing but identifiers. The statement is
-- planned for each query anew: a rare pair goes through the index, a frequent one newest first until the page is full.
create function search.find(wanted tsquery, fragment text, of_kind text, before uuid, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog
as $$
begin
  return query execute
    'select subject_id from search.entry
     where congress_id = nullif(current_setting(''app.congress'', true), '''')::integer and kind = $3 and pairs @@ $1
       and ($4 is null or subject_id < $4) and strpos(text, $2) > 0
     order by subject_id desc limit $5'
    using wanted, fragment, of_kind, before, most;
end
$$;
revoke all on function search.find from public;
grant execute on function search.find to minyi_app;

-- The index of stored files. The bytes lie in the blob store (a folder or S3) under a key made of the congress and the content's
-- hash; several rows of one congress may share one object, rows of two congresses never do.
create schema files;
grant usage on schema files to minyi_app;

create table files.blob (
  congress_id integer not null,
  id uuid not null,
  sha256 text not null,
  key text not null,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint blob_pk primary key (congress_id, id),
  constraint blob_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint blob_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint blob_bytes_positive check (bytes > 0)
);
create index blob_by_key on files.blob (congress_id, key);
alter table files.blob enable row level security;
create policy tenant on files.blob using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, delete on files.blob to minyi_app;

-- The register of document numbers (发文字号). A taken number is a row that the program can neither change nor delete, so no number
-- is ever given out twice; `number_series` holds the next number of a series in a year.
create schema documents;
grant usage on schema documents to minyi_app;

create table documents.number_series (
  congress_id integer not null,
  series text not null,
  year integer not null,
  next_number integer not null,
  constraint number_series_pk primary key (congress_id, series, year),
  constraint number_series_congress_fk foreign key (congress_id) references congress.congress (id),
  constraint number_series_next_positive check (next_number > 0)
);

create table documents.number_register (
  congress_id integer not null,
  series text not null,
  year integer not null,
  number integer not null,
  subject text not null,
  taken_at timestamptz not null,
  taken_by uuid,
  constraint number_register_pk primary key (congress_id, series, year, number),
  constraint number_register_series_fk foreign key (congress_id, series, year) references documents.number_series (congress_id, series, year),
  constraint number_register_number_positive check (number > 0)
);

alter table documents.number_series enable row level security;
create policy tenant on documents.number_series using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update on documents.number_series to minyi_app;
alter table documents.number_register enable row level security;
create policy tenant on documents.number_register using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert on documents.number_register to minyi_app;

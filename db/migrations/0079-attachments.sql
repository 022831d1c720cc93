-- Files that stand with a row of any module (photographs and minutes of an event, what a visit found, what shows that a promise was kept);
-- the row is named by its id, its module decides who may read it (features SUG-08, SUG-16, SUG-27).
create table files.attachment (
  congress_id integer not null,
  subject_id uuid not null,
  file_id uuid not null,
  is_public boolean not null,
  added_on date not null,
  added_by uuid not null,
  constraint attachment_pk primary key (congress_id, subject_id, file_id),
  constraint attachment_file_fk foreign key (congress_id, file_id) references files.blob (congress_id, id)
);
alter table files.attachment enable row level security;
create policy tenant on files.attachment using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, delete on files.attachment to minyi_app;

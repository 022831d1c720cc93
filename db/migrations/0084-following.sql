-- 关注: who is told of what happens to something that anybody may read.
create table notifications.following (
  congress_id integer not null,
  subject_id uuid not null,
  account_id uuid not null,
  followed_at timestamptz not null,
  constraint following_pk primary key (congress_id, subject_id, account_id)
);
create index following_by_account on notifications.following (congress_id, account_id, followed_at);
alter table notifications.following enable row level security;
create policy tenant on notifications.following using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, delete on notifications.following to minyi_app;

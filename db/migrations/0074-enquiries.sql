-- 追问、约见、视察: the deputy asks a handling unit for an answer, a meeting or a visit to the place; the unit must log what came of it (SUG-17).
create table pressing.enquiry (
  congress_id integer not null,
  id uuid not null,
  suggestion_id uuid not null,
  unit_id uuid not null,
  deputy_id uuid not null,
  kind text not null,
  text text not null,
  -- The day by which the deputy would like it.
  wanted_on date,
  asked_on date not null,
  status text not null,
  acknowledged_on date,
  -- How and when the unit spoke with the deputy, and what came of it.
  contact_kind text,
  contacted_on date,
  answer text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint enquiry_pk primary key (congress_id, id),
  constraint enquiry_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint enquiry_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id),
  constraint enquiry_kind_known check (kind in ('question', 'meeting', 'inspection')),
  constraint enquiry_status_known check (status in ('asked', 'acknowledged', 'answered', 'recalled')),
  constraint enquiry_answer_whole check ((status = 'answered') = (answer is not null) and (answer is null) = (contact_kind is null)
    and (answer is null) = (contacted_on is null))
);
create index enquiry_by_suggestion on pressing.enquiry (congress_id, suggestion_id, id);
create index enquiry_by_unit on pressing.enquiry (congress_id, unit_id, status, id);
create index enquiry_by_deputy on pressing.enquiry (congress_id, deputy_id, id);

alter table pressing.enquiry enable row level security;
create policy tenant on pressing.enquiry using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update on pressing.enquiry to minyi_app;

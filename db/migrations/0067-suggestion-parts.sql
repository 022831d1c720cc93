-- Joint suggestions, several handling units, sign-off, extension, escalation, confidentiality (features SUG-20 … SUG-33).
alter table suggestions.suggestion
  -- Grows with every edit of the words; a co-signer confirms one version.
  add column text_version integer not null default 1,
  add column is_confidential boolean not null default false,
  -- 重点督办: a decided key topic holds it.
  add column is_key boolean not null default false,
  -- How often it was handed on to another unit after an objection (往返次数).
  add column transfers integer not null default 0,
  add column extended_months integer not null default 0,
  -- In place of the full text, where the office publishes a summary.
  add column public_summary text,
  -- The lead deputy asks to take a joint one back; it ends when every co-signer agrees.
  add column withdrawal_reason text,
  -- What the figures are counted from, kept on the row so that a change of it is a change of the totals (domain A1.7).
  add column met_on date,
  add column first_replied_on date,
  add column was_late boolean,
  add column reply_meaning text,
  add column first_result text,
  add column final_attitude text,
  add column final_result text;
drop index suggestions.suggestion_in_handling;
create index suggestion_in_handling on suggestions.suggestion (congress_id, id) where status in ('assigned', 'objected', 'accepted');
create index suggestion_key on suggestions.suggestion (congress_id, id) where is_key;

-- One row for each unit that a suggestion was handed to; what was released after an objection stays as history.
create table suggestions.handling (
  congress_id integer not null,
  suggestion_id uuid not null,
  ordinal integer not null,
  unit_id uuid not null,
  part text not null,
  scope text not null default '',
  status text not null,
  handed_over_on date not null,
  accepted_on date,
  objection text,
  objection_unit_id uuid,
  objected_on date,
  opinion text,
  opinion_on date,
  concurred_on date,
  constraint handling_pk primary key (congress_id, suggestion_id, ordinal),
  constraint handling_suggestion_fk foreign key (congress_id, suggestion_id) references suggestions.suggestion (congress_id, id),
  constraint handling_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint handling_objection_unit_fk foreign key (congress_id, objection_unit_id) references congress.unit (congress_id, id),
  constraint handling_part_known check (part in ('lead', 'co', 'separate')),
  constraint handling_status_known check (status in ('assigned', 'objected', 'accepted', 'done', 'released'))
);
create unique index handling_once on suggestions.handling (congress_id, suggestion_id, unit_id) where status <> 'released';
create index handling_by_unit on suggestions.handling (congress_id, unit_id, suggestion_id) where status <> 'released';
create index handling_waiting on suggestions.handling (congress_id, unit_id, status, suggestion_id) where status in ('assigned', 'accepted');

-- Invited, then confirmed or declined, on one version of the text (北京条例 art 11).
create table suggestions.cosigner (
  congress_id integer not null,
  suggestion_id uuid not null,
  deputy_id uuid not null,
  invited_on date not null,
  answer text,
  answered_on date,
  text_version integer,
  agreed_withdrawal_on date,
  constraint cosigner_pk primary key (congress_id, suggestion_id, deputy_id),
  constraint cosigner_suggestion_fk foreign key (congress_id, suggestion_id) references suggestions.suggestion (congress_id, id),
  constraint cosigner_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id),
  constraint cosigner_answer_known check (answer in ('confirmed', 'declined'))
);
create index cosigner_by_deputy on suggestions.cosigner (congress_id, deputy_id, suggestion_id);

create table suggestions.extension (
  congress_id integer not null,
  suggestion_id uuid not null,
  ordinal integer not null,
  unit_id uuid not null,
  months integer not null,
  reason text not null,
  requested_on date not null,
  decision text,
  note text,
  decided_on date,
  constraint extension_pk primary key (congress_id, suggestion_id, ordinal),
  constraint extension_suggestion_fk foreign key (congress_id, suggestion_id) references suggestions.suggestion (congress_id, id),
  constraint extension_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint extension_decision_known check (decision in ('granted', 'refused'))
);

create index extension_open on suggestions.extension (congress_id, suggestion_id) where decision is null;

-- The answer while it is written and signed; one for each answering unit, emptied by its delivery.
create table suggestions.reply_draft (
  congress_id integer not null,
  suggestion_id uuid not null,
  unit_id uuid not null,
  content jsonb not null,
  version integer not null default 1,
  signed_on date,
  scan_file_id uuid,
  constraint reply_draft_pk primary key (congress_id, suggestion_id, unit_id),
  constraint reply_draft_suggestion_fk foreign key (congress_id, suggestion_id) references suggestions.suggestion (congress_id, id),
  constraint reply_draft_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id)
);

-- Separate handling: each unit answers for its part, so a round has as many replies as units.
alter table suggestions.rating drop constraint rating_reply_fk;
alter table suggestions.reply_point drop constraint reply_point_reply_fk, drop constraint reply_point_pk, add column unit_id uuid;
update suggestions.reply_point p set unit_id = r.unit_id from suggestions.reply r
  where r.congress_id = p.congress_id and r.suggestion_id = p.suggestion_id and r.round = p.round;
alter table suggestions.reply drop constraint reply_pk;
alter table suggestions.reply add column signed_on date, add column scan_file_id uuid,
  add constraint reply_pk primary key (congress_id, suggestion_id, round, unit_id);
alter table suggestions.reply_point alter column unit_id set not null,
  add constraint reply_point_pk primary key (congress_id, suggestion_id, round, unit_id, ordinal),
  add constraint reply_point_reply_fk foreign key (congress_id, suggestion_id, round, unit_id)
    references suggestions.reply (congress_id, suggestion_id, round, unit_id);
alter table suggestions.rating add constraint rating_suggestion_fk foreign key (congress_id, suggestion_id)
  references suggestions.suggestion (congress_id, id);
alter table suggestions.contact add column unit_id uuid,
  add constraint contact_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id);

-- What was handed over before this migration has one handling unit.
insert into suggestions.handling (congress_id, suggestion_id, ordinal, unit_id, part, status, handed_over_on, accepted_on)
select congress_id, id, 1, unit_id, 'lead',
  case when status in ('assigned', 'accepted') then status else 'done' end, handed_over_on, accepted_on
from suggestions.suggestion where unit_id is not null and handed_over_on is not null;
update suggestions.contact c set unit_id = s.unit_id from suggestions.suggestion s
  where s.congress_id = c.congress_id and s.id = c.suggestion_id;

do $$
declare t text;
begin
  foreach t in array array['handling', 'cosigner', 'extension', 'reply_draft'] loop
    execute format('alter table suggestions.%I enable row level security', t);
    execute format('create policy tenant on suggestions.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
    execute format('grant select, insert, update, delete on suggestions.%I to minyi_app', t);
  end loop;
end
$$;
revoke delete on suggestions.cosigner, suggestions.extension from minyi_app;
-- As replies: let go only where an import wrote it and nobody has touched the suggestion since (0061).
create policy imported_alone on suggestions.handling as restrictive for delete using (exists (
  select from suggestions.suggestion s where s.congress_id = handling.congress_id and s.id = handling.suggestion_id
    and s.imported_version = s.version));

update suggestions.suggestion s set
  met_on = (select min(c.contacted_on) from suggestions.contact c
    where c.congress_id = s.congress_id and c.suggestion_id = s.id and c.kind in ('visit', 'meeting', 'site')),
  first_replied_on = (select min(r.replied_on) from suggestions.reply r where r.congress_id = s.congress_id and r.suggestion_id = s.id),
  first_result = (select r.result from suggestions.rating r where r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = 1),
  final_attitude = r.attitude, final_result = r.result
from suggestions.suggestion t left join suggestions.rating r
  on r.congress_id = t.congress_id and r.suggestion_id = t.id and r.round = t.round and t.status = 'closed'
where t.congress_id = s.congress_id and t.id = s.id and s.handed_over_on is not null;

-- 民情直通: a daily small concern that a deputy sends straight to the responsible unit, without the review of a suggestion.
create schema concerns;
grant usage on schema concerns to minyi_app;

-- `unit_id` has it now; its clock runs from `handed_on` to `due_on`, the day that the unit was told. `passes` counts how often a unit
-- handed it to another. `is_satisfied` is the deputy's last word, null until it is said.
create table concerns.concern (
  congress_id integer not null,
  id uuid not null,
  deputy_id uuid not null,
  unit_id uuid not null,
  text text not null,
  place text not null,
  is_confidential boolean not null,
  status text not null,
  passes integer not null default 0,
  sent_on date not null,
  handed_on date not null,
  due_on date not null,
  objection text not null default '',
  decision text not null default '',
  result text,
  answer text not null default '',
  planned_on date,
  answered_on date,
  confirm_by date,
  is_satisfied boolean,
  complaint text not null default '',
  settled_on date,
  suggestion_id uuid,
  version integer not null default 1,
  constraint concern_pk primary key (congress_id, id),
  constraint concern_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id),
  constraint concern_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint concern_status_known check (status in (
    'sent', 'accepted', 'disputed', 'answered', 'satisfied', 'dissatisfied', 'declined', 'converted', 'lapsed', 'withdrawn')),
  constraint concern_result_known check (result in ('solved', 'planned', 'not_possible')),
  constraint concern_answer_whole check (
    (result is null) = (answered_on is null) and (result is null) = (confirm_by is null) and (result is null) = (answer = '')),
  constraint concern_answered check (status not in ('answered', 'satisfied', 'dissatisfied', 'lapsed') or result is not null),
  constraint concern_planned check ((coalesce(result, '') = 'planned') = (planned_on is not null)),
  constraint concern_complaint_given check (is_satisfied is distinct from false or complaint <> ''),
  constraint concern_converted check ((status = 'converted') = (suggestion_id is not null)),
  constraint concern_settled check ((status in ('sent', 'accepted', 'disputed', 'answered')) = (settled_on is null)),
  constraint concern_passed_once check (passes between 0 and 1),
  constraint concern_days_ordered check (sent_on <= handed_on and handed_on <= due_on)
);
create index concern_by_day on concerns.concern (congress_id, sent_on, id);
create index concern_by_status on concerns.concern (congress_id, status, sent_on, id);
create index concern_by_unit on concerns.concern (congress_id, unit_id, sent_on, id);
create index concern_by_deputy on concerns.concern (congress_id, deputy_id, sent_on, id);
create index concern_by_suggestion on concerns.concern (congress_id, suggestion_id) where suggestion_id is not null;
-- The few that wait: for a unit, among which the late ones are found, and for the deputy's word.
create index concern_waiting_by_day on concerns.concern (congress_id, due_on, id) where status in ('sent', 'accepted', 'disputed');
create index concern_unconfirmed_by_day on concerns.concern (congress_id, confirm_by, id) where status = 'answered';

-- Which unit was given it, by whom and why: the first one by the deputy, then at most one pass, then what the office decided.
create table concerns.hand_over (
  congress_id integer not null,
  concern_id uuid not null,
  ordinal integer not null,
  unit_id uuid not null,
  kind text not null,
  reason text not null,
  handed_on date not null,
  constraint hand_over_pk primary key (congress_id, concern_id, ordinal),
  constraint hand_over_concern_fk foreign key (congress_id, concern_id) references concerns.concern (congress_id, id),
  constraint hand_over_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint hand_over_kind_known check (kind in ('sent', 'passed', 'assigned')),
  constraint hand_over_reason_given check (kind = 'sent' or reason <> '')
);
create index hand_over_by_unit on concerns.hand_over (congress_id, unit_id, concern_id);

-- Pictures, by the id of the stored file: those of the deputy and those of the answer.
create table concerns.photo (
  congress_id integer not null,
  concern_id uuid not null,
  part text not null,
  ordinal integer not null,
  file_id uuid not null,
  constraint photo_pk primary key (congress_id, concern_id, part, ordinal),
  constraint photo_concern_fk foreign key (congress_id, concern_id) references concerns.concern (congress_id, id),
  constraint photo_part_known check (part in ('concern', 'answer'))
);

do $$
declare t text;
begin
  foreach t in array array['concern', 'hand_over', 'photo'] loop
    execute format('alter table concerns.%I enable row level security', t);
    execute format('create policy tenant on concerns.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
  end loop;
end
$$;
grant select, insert, update on concerns.concern to minyi_app;
grant select, insert on concerns.hand_over, concerns.photo to minyi_app;

-- 督办与成果: what the congress does so that suggestions are handled well, and what came of it. Suggestions are named by their ids.
create schema pressing;
grant usage on schema pressing to minyi_app;

-- 重点督办: proposed by a special committee, compiled by the deputies' committee, decided by the chairpersons' meeting (代表法 art 52).
create table pressing.topic (
  congress_id integer not null,
  id uuid not null,
  title text not null,
  year integer not null,
  reason text not null,
  criteria text[] not null,
  means text[] not null,
  lead_committee_id uuid not null,
  leader_name text not null,
  status text not null,
  decided_on date,
  decision text,
  plan text,
  conclusion text,
  concluded_on date,
  drop_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint topic_pk primary key (congress_id, id),
  constraint topic_committee_fk foreign key (congress_id, lead_committee_id) references congress.unit (congress_id, id),
  constraint topic_status_known check (status in ('proposed', 'compiled', 'decided', 'in_progress', 'concluded', 'dropped'))
);
create index topic_by_year on pressing.topic (congress_id, year, id);

create table pressing.topic_unit (
  congress_id integer not null,
  topic_id uuid not null,
  unit_id uuid not null,
  constraint topic_unit_pk primary key (congress_id, topic_id, unit_id),
  constraint topic_unit_topic_fk foreign key (congress_id, topic_id) references pressing.topic (congress_id, id),
  constraint topic_unit_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id)
);

create table pressing.topic_member (
  congress_id integer not null,
  topic_id uuid not null,
  suggestion_id uuid not null,
  added_on date not null,
  constraint topic_member_pk primary key (congress_id, topic_id, suggestion_id),
  constraint topic_member_topic_fk foreign key (congress_id, topic_id) references pressing.topic (congress_id, id)
);
create index topic_member_by_suggestion on pressing.topic_member (congress_id, suggestion_id);

create table pressing.topic_report (
  congress_id integer not null,
  id uuid not null,
  topic_id uuid not null,
  reported_on date not null,
  text text not null,
  constraint topic_report_pk primary key (congress_id, id),
  constraint topic_report_topic_fk foreign key (congress_id, topic_id) references pressing.topic (congress_id, id)
);
create index topic_report_by_topic on pressing.topic_report (congress_id, topic_id, reported_on);

-- 并案办理: suggestions of one unit handled as one; each deputy is still answered separately (A1.3).
create table pressing.plan (
  congress_id integer not null,
  id uuid not null,
  title text not null,
  unit_id uuid not null,
  text text not null,
  reply_text text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint plan_pk primary key (congress_id, id),
  constraint plan_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id)
);
create index plan_by_unit on pressing.plan (congress_id, unit_id, id);

create table pressing.plan_member (
  congress_id integer not null,
  plan_id uuid not null,
  suggestion_id uuid not null,
  added_on date not null,
  constraint plan_member_pk primary key (congress_id, plan_id, suggestion_id),
  constraint plan_member_once unique (congress_id, suggestion_id),
  constraint plan_member_plan_fk foreign key (congress_id, plan_id) references pressing.plan (congress_id, id)
);

-- “面对面”: deputies, units and residents at one place, over suggestions.
create table pressing.face_to_face (
  congress_id integer not null,
  id uuid not null,
  theme text not null,
  held_on date not null,
  place text not null,
  site_view text not null,
  residents integer not null default 0,
  said text not null default '',
  minutes text not null default '',
  status text not null,
  cancel_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint face_to_face_pk primary key (congress_id, id),
  constraint face_to_face_status_known check (status in ('planned', 'held', 'cancelled')),
  constraint face_to_face_residents_known check (residents >= 0)
);
create index face_to_face_by_day on pressing.face_to_face (congress_id, held_on, id);

create table pressing.face_to_face_deputy (
  congress_id integer not null,
  event_id uuid not null,
  deputy_id uuid not null,
  constraint face_to_face_deputy_pk primary key (congress_id, event_id, deputy_id),
  constraint face_to_face_deputy_event_fk foreign key (congress_id, event_id) references pressing.face_to_face (congress_id, id),
  constraint face_to_face_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id)
);
create index face_to_face_deputy_by_deputy on pressing.face_to_face_deputy (congress_id, deputy_id);

create table pressing.face_to_face_unit (
  congress_id integer not null,
  event_id uuid not null,
  unit_id uuid not null,
  constraint face_to_face_unit_pk primary key (congress_id, event_id, unit_id),
  constraint face_to_face_unit_event_fk foreign key (congress_id, event_id) references pressing.face_to_face (congress_id, id),
  constraint face_to_face_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id)
);
create index face_to_face_unit_by_unit on pressing.face_to_face_unit (congress_id, unit_id);

create table pressing.face_to_face_suggestion (
  congress_id integer not null,
  event_id uuid not null,
  suggestion_id uuid not null,
  result text not null default '',
  constraint face_to_face_suggestion_pk primary key (congress_id, event_id, suggestion_id),
  constraint face_to_face_suggestion_event_fk foreign key (congress_id, event_id) references pressing.face_to_face (congress_id, id)
);
create index face_to_face_suggestion_by_suggestion on pressing.face_to_face_suggestion (congress_id, suggestion_id);

-- 督办指导意见: a notice to the unit about one suggestion, received and answered.
create table pressing.guidance (
  congress_id integer not null,
  id uuid not null,
  suggestion_id uuid not null,
  unit_id uuid not null,
  text text not null,
  issuer_id uuid not null,
  issued_on date not null,
  due_on date not null,
  status text not null,
  acknowledged_on date,
  answer text,
  answered_on date,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint guidance_pk primary key (congress_id, id),
  constraint guidance_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint guidance_status_known check (status in ('issued', 'acknowledged', 'answered'))
);
create index guidance_by_suggestion on pressing.guidance (congress_id, suggestion_id, id);
create index guidance_by_unit on pressing.guidance (congress_id, unit_id, status, id);

-- 成果: 一项决策、一类问题、政策 N 条、改进工作; before → after where it was counted.
create table pressing.outcome (
  congress_id integer not null,
  id uuid not null,
  kind text not null,
  title text not null,
  measures integer,
  before_count integer,
  after_count integer,
  count_unit text,
  evidence text not null,
  achieved_on date not null,
  status text not null,
  published_on date,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint outcome_pk primary key (congress_id, id),
  constraint outcome_kind_known check (kind in ('policy_output', 'decision', 'problem_class', 'improved_work')),
  constraint outcome_status_known check (status in ('recorded', 'published')),
  constraint outcome_change_whole check ((before_count is null) = (after_count is null) and (before_count is null) = (count_unit is null))
);
create index outcome_by_day on pressing.outcome (congress_id, achieved_on, id);

create table pressing.outcome_suggestion (
  congress_id integer not null,
  outcome_id uuid not null,
  suggestion_id uuid not null,
  constraint outcome_suggestion_pk primary key (congress_id, outcome_id, suggestion_id),
  constraint outcome_suggestion_outcome_fk foreign key (congress_id, outcome_id) references pressing.outcome (congress_id, id)
);
create index outcome_suggestion_by_suggestion on pressing.outcome_suggestion (congress_id, suggestion_id);

-- 回访: somebody goes back to the residents after the answer.
create table pressing.visit (
  congress_id integer not null,
  id uuid not null,
  suggestion_id uuid not null,
  unit_id uuid,
  due_on date not null,
  status text not null,
  visited_on date,
  visitors text,
  said text,
  choices jsonb not null default '[]',
  satisfied integer,
  basically_satisfied integer,
  dissatisfied integer,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint visit_pk primary key (congress_id, id),
  constraint visit_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint visit_status_known check (status in ('due', 'made'))
);
create index visit_by_suggestion on pressing.visit (congress_id, suggestion_id, id);
create index visit_by_day on pressing.visit (congress_id, status, due_on, id);

do $$
declare t text;
begin
  foreach t in array array['topic', 'topic_unit', 'topic_member', 'topic_report', 'plan', 'plan_member', 'face_to_face',
    'face_to_face_deputy', 'face_to_face_unit', 'face_to_face_suggestion', 'guidance', 'outcome', 'outcome_suggestion', 'visit'] loop
    execute format('alter table pressing.%I enable row level security', t);
    execute format('create policy tenant on pressing.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
  end loop;
end
$$;
grant select, insert, update on pressing.topic, pressing.plan, pressing.face_to_face, pressing.face_to_face_suggestion, pressing.guidance,
  pressing.outcome, pressing.visit to minyi_app;
grant select, insert on pressing.topic_report to minyi_app;
grant select, insert, delete on pressing.topic_unit, pressing.topic_member, pressing.plan_member, pressing.face_to_face_deputy,
  pressing.face_to_face_unit, pressing.outcome_suggestion to minyi_app;
grant delete on pressing.face_to_face_suggestion to minyi_app;

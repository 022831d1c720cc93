-- What a reply promises by a date (承诺事项): kept until it is done or said to be impossible, across years and terms.
create schema commitments;
grant usage on schema commitments to minyi_app;

-- `first_due_on` is the date that was promised; carrying over moves `due_on` alone, so that the first date stays in sight.
create table commitments.commitment (
  congress_id integer not null,
  id uuid not null,
  suggestion_id uuid not null,
  reference text not null,
  title text not null,
  unit_id uuid not null,
  lead_deputy_id uuid not null,
  round integer not null,
  term integer not null,
  content text not null,
  is_confidential boolean not null,
  opened_on date not null,
  first_due_on date not null,
  due_on date not null,
  carries integer not null default 0,
  status text not null,
  settled_on date,
  asked_on date,
  version integer not null default 1,
  constraint commitment_pk primary key (congress_id, id),
  constraint commitment_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint commitment_deputy_fk foreign key (congress_id, lead_deputy_id) references congress.deputy (congress_id, id),
  constraint commitment_status_known check (status in ('open', 'kept', 'not_kept', 'superseded')),
  constraint commitment_settled check ((status = 'open') = (settled_on is null)),
  constraint commitment_days_ordered check (opened_on < first_due_on and first_due_on <= due_on and (first_due_on < due_on) = (carries > 0))
);
create index commitment_by_day on commitments.commitment (congress_id, due_on, id);
create index commitment_by_status on commitments.commitment (congress_id, status, due_on, id);
create index commitment_by_unit on commitments.commitment (congress_id, unit_id, due_on, id);
create index commitment_by_deputy on commitments.commitment (congress_id, lead_deputy_id, due_on, id);
create index commitment_by_suggestion on commitments.commitment (congress_id, suggestion_id, id);
-- What nobody has kept yet: the few among which the late ones are found, by the date now in force and by the first one.
create index commitment_open_by_day on commitments.commitment (congress_id, due_on, id) where status = 'open';
create index commitment_open_by_first_day on commitments.commitment (congress_id, first_due_on, unit_id) where status = 'open';

-- 结转: at most one in a year, each with its explanation.
create table commitments.carry (
  congress_id integer not null,
  commitment_id uuid not null,
  year integer not null,
  from_due_on date not null,
  to_due_on date not null,
  explanation text not null,
  carried_on date not null,
  constraint carry_pk primary key (congress_id, commitment_id, year),
  constraint carry_commitment_fk foreign key (congress_id, commitment_id) references commitments.commitment (congress_id, id),
  constraint carry_days_ordered check (from_due_on < to_due_on and carried_on < to_due_on)
);

-- 进展、办成、不能办成. `is_yearly` marks the one account of a year that goes to the deputy and is rated.
create table commitments.report (
  congress_id integer not null,
  commitment_id uuid not null,
  year integer not null,
  ordinal integer not null,
  kind text not null,
  text text not null,
  evidence text not null,
  is_yearly boolean not null,
  reported_on date not null,
  constraint report_pk primary key (congress_id, commitment_id, year, ordinal),
  constraint report_commitment_fk foreign key (congress_id, commitment_id) references commitments.commitment (congress_id, id),
  constraint report_kind_known check (kind in ('progress', 'done', 'not_possible')),
  constraint report_evidence_given check (kind <> 'done' or evidence <> '')
);
create unique index report_yearly_unique on commitments.report (congress_id, commitment_id, year) where is_yearly;

-- One rating for each yearly report, by the lead deputy; never changed.
create table commitments.rating (
  congress_id integer not null,
  commitment_id uuid not null,
  year integer not null,
  satisfaction text not null,
  reason text not null,
  rated_on date not null,
  constraint rating_pk primary key (congress_id, commitment_id, year),
  constraint rating_commitment_fk foreign key (congress_id, commitment_id) references commitments.commitment (congress_id, id),
  constraint rating_known check (satisfaction in ('satisfied', 'basically_satisfied', 'dissatisfied')),
  constraint rating_reason_given check (satisfaction <> 'dissatisfied' or reason <> '')
);

do $$
declare t text;
begin
  foreach t in array array['commitment', 'carry', 'report', 'rating'] loop
    execute format('alter table commitments.%I enable row level security', t);
    execute format('create policy tenant on commitments.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
  end loop;
end
$$;
grant select, insert, update on commitments.commitment to minyi_app;
grant select, insert on commitments.carry, commitments.report, commitments.rating to minyi_app;

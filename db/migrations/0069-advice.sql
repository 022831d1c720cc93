-- What a congress learnt from its own hand-overs, to propose a handling unit (SUG-32). It can be learnt afresh at any time, so it is no
-- record: one row a congress, replaced as a whole. `format` names the program's way of writing `model`; another one is learnt afresh.
create table suggestions.unit_model (
  congress_id integer not null,
  version integer not null,
  format integer not null,
  hand_overs integer not null,
  -- Of the hand-overs and the declared duties it was learnt from; the same again teaches nothing new.
  fingerprint text not null,
  learnt_at timestamptz not null,
  model bytea not null,
  constraint unit_model_pk primary key (congress_id),
  constraint unit_model_counted check (hand_overs >= 0 and version >= 0)
);
alter table suggestions.unit_model enable row level security;
create policy tenant on suggestions.unit_model using (congress_id = nullif(current_setting('app.congress', true), '')::integer);
grant select, insert, update on suggestions.unit_model to minyi_app;

-- The newest hand-overs, from which is learnt.
create index handling_learnable on suggestions.handling (congress_id, handed_over_on desc, suggestion_id desc)
  where part <> 'co' and status not in ('objected', 'released');

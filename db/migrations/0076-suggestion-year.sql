-- 年度: a session and the months after it until the next one (feature SUG-30). Known from the day a suggestion is handed in; kept on the
-- row, since figures, lists and the report of a year must count the same rows. The rule is `slices/suggestions/rules/year.ts`.
alter table suggestions.suggestion add column year integer;
update suggestions.suggestion s set year = coalesce(
  (select extract(year from c.opens_on)::integer from congress.session c
    where c.congress_id = s.congress_id and c.term = s.term and c.number = s.session),
  (select extract(year from max(c.opens_on))::integer from congress.session c
    where c.congress_id = s.congress_id and c.opens_on <= s.submitted_on
    having extract(year from max(c.opens_on)) >= extract(year from s.submitted_on) - 1),
  extract(year from s.submitted_on)::integer)
where s.submitted_on is not null;

-- The list of a year, newest first; and what the report counts of it by category, from the index alone.
create index suggestion_by_year on suggestions.suggestion (congress_id, year, id) where year is not null;
create index suggestion_handed_over_by_year on suggestions.suggestion (congress_id, year, category)
  include (session, replied_on, is_confidential) where handed_over_on is not null and status <> 'withdrawn';

-- The running totals are kept by year from now on (`rules/measures.ts`): counted afresh from the rows.
delete from metrics.delta where metric like 'suggestion.%' and metric <> 'suggestion.status';
delete from metrics.total where metric like 'suggestion.%' and metric <> 'suggestion.status';
insert into metrics.total (congress_id, metric, dimension, amount)
select s.congress_id, 'suggestion.' || m.metric, m.key || coalesce('@' || s.year, '') || case when s.is_confidential then '.c' else '' end, count(*)
from suggestions.suggestion s
cross join lateral (values
  ('handed_over', s.unit_id::text, true),
  ('replied', s.unit_id::text, s.replied_on is not null),
  ('met', s.unit_id::text, s.met_on is not null),
  ('in_time', s.unit_id::text, not s.was_late),
  ('late', s.unit_id::text, s.was_late),
  ('solved', s.unit_id::text, s.reply_meaning = 'solved'),
  ('classified', s.unit_id::text, s.reply_meaning is not null),
  ('rated', s.unit_id::text, s.final_result is not null),
  ('satisfied', s.unit_id::text, s.final_result = 'satisfied'),
  ('basically_satisfied', s.unit_id::text, s.final_result = 'basically_satisfied'),
  ('dissatisfied', s.unit_id::text, s.final_result = 'dissatisfied'),
  ('attitude_satisfied', s.unit_id::text, s.final_attitude = 'satisfied'),
  ('first_rated', s.unit_id::text, s.first_result is not null),
  ('first_satisfied', s.unit_id::text, s.first_result = 'satisfied'),
  ('unrated', s.unit_id::text, s.status = 'unrated'),
  ('transferred', s.unit_id::text, s.transfers > 0),
  ('meaning', s.reply_meaning, s.reply_meaning is not null),
  ('handed_over_in', to_char(s.handed_over_on, 'YYYY-MM'), true),
  ('replied_in', to_char(s.replied_on, 'YYYY-MM'), s.replied_on is not null)
) as m (metric, key, is_counted)
where m.is_counted and s.handed_over_on is not null and s.unit_id is not null and s.status not in ('withdrawn', 'draft')
group by 1, 2, 3;

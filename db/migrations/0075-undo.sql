-- A step can be undone until the next party has seen it: a submission until the office has opened it, a rating until the office has.
alter table suggestions.suggestion add column seen_at timestamptz;
-- Of what was submitted before, nobody knows.
update suggestions.suggestion set seen_at = now() where status = 'submitted';

alter table suggestions.rating add column opened_at timestamptz;
update suggestions.rating r set opened_at = now() from suggestions.suggestion s
  where s.congress_id = r.congress_id and s.id = r.suggestion_id and (s.status <> 'rated' or s.round > r.round
    or exists (select from audit.event e where e.congress_id = s.congress_id and e.subject_id = s.id and e.name = 'suggestion.rating_opened'));
-- The one rating of a round may be put right while it is sealed; afterwards it never changes.
grant update (attitude, result, reason, opened_at) on suggestions.rating to minyi_app;
create policy sealed_alone on suggestions.rating as restrictive for update using (opened_at is null) with check (true);

-- By day of hand-over and of reply: the newest first for feeds, counts by month for the burn-up.
create index suggestion_by_hand_over_day on suggestions.suggestion (congress_id, handed_over_on, id)
  where handed_over_on is not null and status <> 'withdrawn';
create index suggestion_by_reply_day on suggestions.suggestion (congress_id, replied_on, id)
  where replied_on is not null and status <> 'withdrawn';

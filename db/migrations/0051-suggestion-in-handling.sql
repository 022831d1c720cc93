-- What is in handling, newest first: the few hundred among which the late ones are found.
create index suggestion_in_handling on suggestions.suggestion (congress_id, id) where status in ('assigned', 'accepted');

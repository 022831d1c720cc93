-- 代表来信: what is no suggestion is read by the unit that it was passed on to; nothing is owed.
alter table suggestions.handling drop constraint handling_part_known,
  add constraint handling_part_known check (part in ('lead', 'co', 'separate', 'letter'));

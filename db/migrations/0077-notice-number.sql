-- 交办通知 (feature PLT-08): the document number taken from the register at the hand-over, and the day it was issued. A 改交 is a notice
-- of its own with a number of its own; the newest stands here, every one in documents.number_register.
alter table suggestions.suggestion
  add column notice_number text,
  add column noticed_on date,
  add constraint suggestion_notice_complete check ((notice_number is null) = (noticed_on is null));
create unique index suggestion_notice_once on suggestions.suggestion (congress_id, notice_number) where notice_number is not null;

-- A file that a case took up stays; one that nothing took up is cleared after a week (feature PLT-16).
alter table files.blob add column is_used boolean not null default false;
update files.blob b set is_used = true
where exists (select from suggestions.reply r where r.congress_id = b.congress_id and r.scan_file_id = b.id)
   or exists (select from suggestions.reply_draft d where d.congress_id = b.congress_id and d.scan_file_id = b.id)
   or exists (select from imports.import_run i where i.congress_id = b.congress_id and i.file_id = b.id);
create index blob_unused on files.blob (congress_id, created_at) where not is_used;
grant update (is_used) on files.blob to minyi_app;

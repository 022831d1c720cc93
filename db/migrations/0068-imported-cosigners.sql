-- Co-signers are never deleted; the one exception is what an import wrote and nobody has touched since, as replies (0061).
grant delete on suggestions.cosigner to minyi_app;
create policy imported_alone on suggestions.cosigner as restrictive for delete using (exists (
  select from suggestions.suggestion s where s.congress_id = cosigner.congress_id and s.id = cosigner.suggestion_id
    and s.imported_version = s.version));

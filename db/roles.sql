-- Two logins, no more: one owns the schema, one runs the program. Neither is a superuser, neither may bypass row-level security.
-- Run once by a database administrator (the embedded server runs it by itself); set the passwords afterwards with ALTER ROLE.
do $$
begin
  if not exists (select from pg_roles where rolname = 'minyi_migrator') then
    create role minyi_migrator login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'minyi_app') then
    create role minyi_app login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
end
$$;

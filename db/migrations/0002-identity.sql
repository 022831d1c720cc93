-- Accounts belong to one congress (docs/adr/0006): what an administrator of one congress does can never reach another one.
create schema identity;
grant usage on schema identity to minyi_app;

create table identity.account (
  congress_id integer not null,
  id uuid not null,
  login text not null,
  name text not null,
  unit_id uuid,
  deputy_id uuid,
  password_hash text,
  password_changed_at timestamptz,
  phone_cipher text,
  phone_index text,
  email_cipher text,
  totp_cipher text,
  totp_last_step bigint,
  is_enabled boolean not null default true,
  created_at timestamptz not null,
  constraint account_pk primary key (congress_id, id),
  constraint account_login_unique unique (congress_id, login),
  constraint account_phone_unique unique (congress_id, phone_index),
  constraint account_unit_fk foreign key (congress_id, unit_id) references congress.unit (congress_id, id),
  constraint account_deputy_fk foreign key (congress_id, deputy_id) references congress.deputy (congress_id, id)
);
create index account_by_unit on identity.account (congress_id, unit_id);
create index account_by_deputy on identity.account (congress_id, deputy_id);

create table identity.role_grant (
  congress_id integer not null,
  account_id uuid not null,
  role text not null,
  granted_at timestamptz not null,
  granted_by uuid,
  constraint role_grant_pk primary key (congress_id, account_id, role),
  constraint role_grant_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id)
);

-- Revocation is deletion: what is not here cannot sign in. `token_hash` is the SHA-256 of a 32-byte random token.
create table identity.session (
  congress_id integer not null,
  token_hash bytea not null,
  id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  csrf_token text not null,
  client text not null,
  constraint session_pk primary key (congress_id, token_hash),
  constraint session_id_unique unique (congress_id, id),
  constraint session_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id)
);
create index session_by_account on identity.session (congress_id, account_id);

do $$
declare t text;
begin
  foreach t in array array['account', 'role_grant', 'session'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('create policy tenant on identity.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
    execute format('grant select, insert, update, delete on identity.%I to minyi_app', t);
  end loop;
end
$$;

-- Passwords that age, second factors, guessing, single sign-on. Who guesses is counted for each name and network, never for the
-- account alone: otherwise a stranger could lock a person out by guessing wrongly.
alter table identity.account
  add column version integer not null default 1,
  add column is_password_temporary boolean not null default false,
  add column totp_pending_cipher text,
  add column totp_failures integer not null default 0,
  add column totp_failed_at timestamptz;

alter table identity.role_grant
  add constraint role_grant_role_known check (role in ('station_liaison', 'deputy', 'deputies_affairs', 'special_committee',
    'legislative_affairs', 'supervision_office', 'handling_unit', 'department', 'leader', 'system_admin', 'security_admin',
    'audit_admin'));
create index role_grant_by_role on identity.role_grant (congress_id, role, account_id);

-- GB/T 22239: system, security and audit administrators are three persons. The rule says so first; this holds when two grants race.
create unique index role_grant_one_administrator on identity.role_grant (congress_id, account_id)
  where role in ('system_admin', 'security_admin', 'audit_admin');

alter table identity.session
  add column duty text,
  add constraint session_duty_known check (duty in ('change_password', 'enrol_second_factor'));

create table identity.policy (
  congress_id integer not null,
  max_password_age_days integer not null,
  password_history integer not null,
  second_factor_roles text[] not null,
  constraint policy_pk primary key (congress_id)
);

create table identity.password_history (
  congress_id integer not null,
  account_id uuid not null,
  replaced_at timestamptz not null,
  password_hash text not null,
  constraint password_history_pk primary key (congress_id, account_id, replaced_at),
  constraint password_history_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id)
);

-- A rescue code is used once: using it deletes it. 80 random bits, kept as SHA-256.
create table identity.rescue_code (
  congress_id integer not null,
  account_id uuid not null,
  code_hash bytea not null,
  constraint rescue_code_pk primary key (congress_id, account_id, code_hash),
  constraint rescue_code_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id)
);

-- `subject` is a keyed digest of the name that was typed, whether such an account exists or not.
create table identity.attempt (
  congress_id integer not null,
  subject text not null,
  network text not null,
  failures integer not null,
  failed_at timestamptz not null,
  succeeded_at timestamptz,
  constraint attempt_pk primary key (congress_id, subject, network)
);
create index attempt_by_age on identity.attempt (congress_id, failed_at);

-- Wrong guesses of the whole congress in slices of ten minutes: what is spread over many networks shows here.
create table identity.pressure (
  congress_id integer not null,
  slice_at timestamptz not null,
  failures integer not null,
  constraint pressure_pk primary key (congress_id, slice_at)
);

-- Between the right password and the code of the second factor.
create table identity.challenge (
  congress_id integer not null,
  ticket_hash bytea not null,
  account_id uuid not null,
  subject text not null,
  method text not null,
  expires_at timestamptz not null,
  constraint challenge_pk primary key (congress_id, ticket_hash),
  constraint challenge_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id),
  constraint challenge_method_known check (method in ('password', 'oidc'))
);
create index challenge_by_account on identity.challenge (congress_id, account_id);

-- Entered by an administrator; nothing is ever linked because two e-mail addresses look alike.
create table identity.external_login (
  congress_id integer not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  constraint external_login_pk primary key (congress_id, issuer, subject),
  constraint external_login_account_unique unique (congress_id, account_id),
  constraint external_login_account_fk foreign key (congress_id, account_id) references identity.account (congress_id, id)
);

-- One journey to the identity provider and back; coming back deletes it, so no answer counts twice.
create table identity.oidc_journey (
  congress_id integer not null,
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  expires_at timestamptz not null,
  constraint oidc_journey_pk primary key (congress_id, state_hash)
);

do $$
declare t text;
begin
  foreach t in array array['policy', 'password_history', 'rescue_code', 'attempt', 'pressure', 'challenge', 'external_login',
    'oidc_journey'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('create policy tenant on identity.%I using (congress_id = nullif(current_setting(''app.congress'', true), '''')::integer)', t);
    execute format('grant select, insert, update, delete on identity.%I to minyi_app', t);
  end loop;
end
$$;

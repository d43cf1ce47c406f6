create table users (
  -- A person or another account, as resolved from all records and lists. Key: identity; user_principal_name.
  id integer primary key, -- surrogate key
  identity text not null unique, -- object:<Entra object id>, upn:<user principal name> or account:<text>
  user_principal_name text not null unique, -- newest name that is this user's own, trimmed and lower case; the id text when none is known
  entra_object_id text, -- object id, lower case; NULL when unknown
  display_name text, -- newest list that tells it
  mail text, -- newest list that tells it
  job_title text, -- newest directory that tells it
  company_name text, -- newest directory that tells it
  office_location text, -- newest directory that tells it
  city text, -- newest directory that tells it
  country text, -- newest directory that tells it
  usage_location text, -- newest directory that tells it
  user_type text, -- Member or Guest as the newest directory says
  account_kind text not null check (account_kind in ('person', 'guest', 'application', 'system', 'unknown')), -- what kind of account it is
  is_account_enabled integer check (is_account_enabled in (0, 1)), -- as the newest directory says; NULL when unknown
  manager_user_id integer references users (id), -- as the newest directory says
  department_id integer references departments (id), -- as the newest directory says
  created_day integer, -- when the account was created, from the directory; may lie before the calendar [day number]
  created_date text -- the same, YYYY-MM-DD
) strict;

create index users_by_object_id on users (entra_object_id) where entra_object_id is not null;
create index users_by_mail on users (lower(mail)) where mail is not null;
create index users_by_manager on users (manager_user_id) where manager_user_id is not null;

create table accounts (
  -- Who acted, exactly as records say it. Key: (received_user_id, received_user_key, received_user_type).
  id integer primary key, -- surrogate key
  received_user_id text not null, -- UserId as received; '' when missing
  received_user_key text not null, -- UserKey as received; '' when missing
  received_user_type integer, -- UserType: 0 regular, 2 admin, 4 system, 5 application, 6 service principal, 10 guest, ...; NULL when missing
  user_principal_name text, -- received_user_id trimmed and lower case; NULL when it is empty or an object id
  entra_object_id text, -- the GUID in received_user_key or received_user_id, lower case; NULL without one
  guest_alias text, -- home name rebuilt from name_domain#EXT#@tenant; NULL for others
  is_by_person integer not null check (is_by_person in (0, 1)), -- 1: a human being, guests and admins included
  last_seen_at integer not null, -- newest record of the account [unix seconds UTC]
  user_id integer not null references users (id) -- the person as resolved
) strict;

create unique index accounts_by_received on accounts (received_user_id, received_user_key, coalesce(received_user_type, -1));
create index accounts_by_upn on accounts (user_principal_name) where user_principal_name is not null;
create index accounts_by_object_id on accounts (entra_object_id) where entra_object_id is not null;
create index accounts_by_guest_alias on accounts (guest_alias) where guest_alias is not null;
create index accounts_by_user on accounts (user_id);

create table user_aliases (
  -- Every name and id that leads to a user. Key: (kind, value).
  kind text not null check (kind in ('user_principal_name', 'entra_object_id', 'mail', 'guest_upn')), -- what the value is
  value text not null, -- the name or id, lower case
  user_id integer not null references users (id), -- whose it is
  primary key (kind, value)
) strict, without rowid;

create index user_aliases_by_user on user_aliases (user_id);

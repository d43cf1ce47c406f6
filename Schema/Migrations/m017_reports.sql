-- Nothing was ever written to these tables.
drop table report_user_counts;
drop table report_user_activity;
drop table usage_reports;

create table usage_reports (
  -- One row per usage report of Microsoft. Key: (kind, version, refresh_day, period_days, is_concealed).
  id integer primary key, -- surrogate key
  kind text not null check (kind in ('user_detail', 'summary', 'trend')), -- which report
  version integer not null, -- 1 or 2
  refresh_day integer not null references days (day_number), -- latest day that the report covers [day number]
  period_days integer, -- days asked for; NULL when not told [days]
  is_concealed integer not null check (is_concealed in (0, 1)), -- 1: names are tokens
  import_id integer not null references imports (id) -- the load that began it
) strict;

create unique index usage_reports_by_key
  on usage_reports (kind, version, refresh_day, coalesce(period_days, -1), is_concealed);

create table report_names (
  -- The names by which reports know people, once each. Key: user_principal_name or entra_object_id.
  id integer primary key, -- surrogate key
  user_principal_name text, -- trimmed, lower case; NULL when it is an object id
  entra_object_id text, -- the name when it is one, lower case; NULL for others
  guest_alias text, -- a guest's home name; NULL for others
  last_refresh_day integer not null, -- newest report with the name [day number]
  display_name text, -- as the newest report that tells it
  display_day integer, -- refresh day of that report; NULL without one [day number]
  user_id integer not null references users (id), -- the person as resolved
  check ((user_principal_name is null) <> (entra_object_id is null))
) strict;

create unique index report_names_by_upn on report_names (user_principal_name) where user_principal_name is not null;
create unique index report_names_by_object_id on report_names (entra_object_id) where entra_object_id is not null;
create index report_names_by_guest_alias on report_names (guest_alias) where guest_alias is not null;
create index report_names_by_user on report_names (user_id);

create table report_users (
  -- One user in one report. Key: (usage_report_id, report_name_id or concealed_name).
  id integer primary key, -- surrogate key
  usage_report_id integer not null references usage_reports (id) on delete cascade, -- the report
  report_name_id integer references report_names (id), -- the name; NULL when concealed
  concealed_name text, -- the token as received, good in this report only; NULL when not concealed
  display_name text, -- as received; NULL when not told
  last_activity_day integer, -- newest of its apps; NULL = never [day number]
  import_id integer not null references imports (id), -- the load that brought these values
  extra text, -- what no column holds, as JSON
  check ((report_name_id is null) <> (concealed_name is null))
) strict;

create unique index report_users_by_key on report_users (usage_report_id, coalesce(report_name_id, concealed_name));
create index report_users_by_name on report_users (report_name_id) where report_name_id is not null;

create table report_user_apps (
  -- One app of one user in one report; the view report_user_activity shows all of it. Key: (report_user_id, app).
  report_user_id integer not null references report_users (id) on delete cascade, -- the user in the report
  app text not null, -- Any app, Word, Teams, ...
  last_activity_day integer, -- NULL = never [day number]
  prompt_count integer, -- NULL = not told [messages]
  active_day_count integer, -- NULL = not told [days]
  import_id integer not null references imports (id), -- the load that brought these values
  primary key (report_user_id, app)
) strict, without rowid;

create table report_user_counts (
  -- What Microsoft reports of one app: per day (trend) or per period (summary). Key: (usage_report_id, report_day, app).
  id integer primary key, -- surrogate key
  usage_report_id integer not null references usage_reports (id) on delete cascade, -- the report
  report_day integer references days (day_number), -- trend: the day; NULL in a summary [day number]
  app text not null, -- Any app, Word, Teams, ...
  enabled_user_count integer, -- NULL = not told [people]
  active_user_count integer, -- NULL = not told [people]
  prompt_count integer, -- NULL = not told [messages]
  average_prompt_count real, -- NULL = not told [messages per user]
  import_id integer not null references imports (id), -- the load that brought these values
  extra text -- what no column holds, as JSON
) strict;

create unique index report_user_counts_by_key on report_user_counts (usage_report_id, coalesce(report_day, -1), app);

create table usage_reports (
  -- One row per usage report of Microsoft. Key: (kind, version, refresh_day, period_days).
  id integer primary key, -- surrogate key
  kind text not null check (kind in ('user_detail', 'summary', 'trend')), -- which report
  version integer not null, -- 1 or 2
  refresh_day integer not null references days (day_number), -- latest day that the report covers [day number]
  period_days integer, -- days asked for; NULL when not told [days]
  is_concealed integer not null check (is_concealed in (0, 1)), -- 1: names are tokens
  import_id integer not null references imports (id) -- the load that brought it
) strict;

create unique index usage_reports_by_key on usage_reports (kind, version, refresh_day, coalesce(period_days, -1));

create table report_user_activity (
  -- What Microsoft reports of one user and one app. Key: (usage_report_id, user_id or concealed_name, app).
  id integer primary key, -- surrogate key
  usage_report_id integer not null references usage_reports (id) on delete cascade, -- the report
  user_id integer references users (id), -- the person as resolved; NULL when concealed
  concealed_name text, -- the token as received; NULL when not concealed
  app text not null, -- Any app, Word, Teams, ...
  last_activity_day integer, -- NULL = never [day number]
  prompt_count integer, -- NULL = not told [messages]
  active_day_count integer, -- NULL = not told [days]
  extra text, -- what no column holds, as JSON
  check ((user_id is null) <> (concealed_name is null))
) strict;

create unique index report_user_activity_by_key
  on report_user_activity (usage_report_id, coalesce(user_id, -1), coalesce(concealed_name, ''), app);
create index report_user_activity_by_user on report_user_activity (user_id) where user_id is not null;

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
  extra text -- what no column holds, as JSON
) strict;

create unique index report_user_counts_by_key on report_user_counts (usage_report_id, coalesce(report_day, -1), app);

create table agent_inventory_rows (
  -- One agent in one list of agents. Key: (snapshot_id, title_id).
  snapshot_id integer not null references snapshots (id) on delete cascade, -- the list
  title_id text not null, -- Title ID as received
  agent_id integer references agents (id), -- the agent that records know; NULL when none
  name text, -- Name
  created_day integer, -- Date created [day number]
  updated_day integer, -- Last updated [day number]
  created_by text, -- Created by
  created_in text, -- Created in
  attributes text, -- the other columns, as JSON
  primary key (snapshot_id, title_id)
) strict, without rowid;

-- The sqlite3 shell's own way to load a Purview export: .import, then json_each into four tables.
-- Run by compare-peers.py with the export as raw.csv in the working folder.
pragma journal_mode = off;
pragma synchronous = off;
.mode csv
.import raw.csv raw
create table interactions (
  id integer primary key, record_id text not null unique, created_at text, user_id text, app_host text, thread_id text
);
create table messages (interaction_id integer, ordinal integer, message_id text, is_prompt integer);
create table accessed_resources (
  interaction_id integer, ordinal integer, resource_id text, name text, site_url text, type text, action text
);
create table contexts (interaction_id integer, ordinal integer, context_id text, type text);
begin;
create temp table loadable as
select rowid as row_id, lower(json_extract(AuditData, '$.Id')) as record_id, AuditData as data
from raw
where json_valid(AuditData) and json_extract(AuditData, '$.Operation') = 'CopilotInteraction';
insert or ignore into interactions (id, record_id, created_at, user_id, app_host, thread_id)
select row_id, record_id, json_extract(data, '$.CreationTime'), json_extract(data, '$.UserId'),
  json_extract(data, '$.CopilotEventData.AppHost'), json_extract(data, '$.CopilotEventData.ThreadId')
from loadable;
insert into messages
select l.row_id, e.key, json_extract(e.value, '$.Id'), json_extract(e.value, '$.isPrompt')
from loadable l join interactions i on i.id = l.row_id, json_each(l.data, '$.CopilotEventData.Messages') e;
insert into accessed_resources
select l.row_id, e.key, json_extract(e.value, '$.Id'), json_extract(e.value, '$.Name'),
  json_extract(e.value, '$.SiteUrl'), json_extract(e.value, '$.Type'), json_extract(e.value, '$.Action')
from loadable l join interactions i on i.id = l.row_id, json_each(l.data, '$.CopilotEventData.AccessedResources') e;
insert into contexts
select l.row_id, e.key, json_extract(e.value, '$.Id'), json_extract(e.value, '$.Type')
from loadable l join interactions i on i.id = l.row_id, json_each(l.data, '$.CopilotEventData.Contexts') e;
commit;
select 'interactions', count(*) from interactions
union all select 'messages', count(*) from messages
union all select 'accessed_resources', count(*) from accessed_resources
union all select 'contexts', count(*) from contexts;

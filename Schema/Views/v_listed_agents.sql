create view listed_agents as
-- Agents that inventories list, with the days on which a list holds. Key: (title_id in lower case, valid_from). A row holds on a day when valid_from <= day < valid_to.
select
  coalesce(g.agent_key, lower(trim(s.title_id))) as agent_key, -- the agent that records know by the Title ID, else the Title ID
  s.title_id as title_id, -- Title ID as received
  nullif(trim(s.name), '') as agent_name, -- NULL when not told
  case
    when substr(lower(s.title_id), 1, 26) = 'copilotstudio.declarative.' or substr(lower(s.title_id), 1, 2) = 'p_'
    then 'declarative'
    when substr(lower(s.title_id), 1, 27) = 'copilotstudio.customengine.' or substr(lower(s.title_id), 1, 2) = 't_'
    then 'custom_engine'
    when replace(lower(s.title_id), 'spo_', '') <> lower(s.title_id) then 'sharepoint'
    when substr(lower(s.title_id), 1, 13) = 'teamstoolkit.' then 'teams_toolkit'
    when substr(lower(s.title_id), 1, 8) = 'builtin_' or replace(lower(s.title_id), 'cowork', '') <> lower(s.title_id)
    then 'microsoft'
    else 'other'
  end as agent_kind, -- kind that the Title ID tells
  s.created_day as created_day, -- [day number]
  s.updated_day as updated_day, -- [day number]
  s.created_by as created_by, -- NULL when not told
  s.created_in as created_in, -- NULL when not told
  s.valid_from as valid_from, -- first day; 0 = before anything that is known [day number]
  s.valid_to as valid_to -- first day no longer so; 1000000 = still so [day number]
from agent_inventory_spans s
left join agents g on g.id = s.agent_id

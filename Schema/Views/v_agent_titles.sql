create view agent_titles as
-- The Title IDs by which the agents catalogue knows agents. Key: (agent_id, title_id).
select distinct
  t.agent_id as agent_id, -- agents.id
  substr(t.title, 1, instr(t.title || '.', '.') - 1) as title_id -- part of a raw agent id, spelled as there
from (
  select
    agent_id,
    case
      when raw_agent_id like 'CopilotStudio.Declarative.%' then substr(raw_agent_id, 27)
      when substr(raw_agent_id, 1, 2) in ('P_', 'p_', 'T_', 't_') then raw_agent_id
    end as title
  from agent_references
  where agent_id is not null
) t
where instr(t.title || '.', '.') > 1

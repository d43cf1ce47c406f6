create view accessed_resources_detail as
-- One row per resource that an interaction reached. Key: (record_id, ordinal).
select
  case
    when typeof(i.record_id) = 'blob'
    then substr(lower(hex(i.record_id)), 1, 8) || '-' || substr(lower(hex(i.record_id)), 9, 4) || '-'
      || substr(lower(hex(i.record_id)), 13, 4) || '-' || substr(lower(hex(i.record_id)), 17, 4) || '-'
      || substr(lower(hex(i.record_id)), 21)
    else cast(i.record_id as text)
  end as record_id, -- record of the interaction
  strftime('%Y-%m-%dT%H:%M:%SZ', i.occurred_at, 'unixepoch') as occurred_at, -- creation time of the interaction [ISO 8601 UTC]
  d.day as day, -- UTC day [YYYY-MM-DD]
  u.user_principal_name as user_principal_name, -- who acted, newest name
  p.name as app, -- product
  i.is_counted as is_counted, -- 0: another record tells the same turn
  a.ordinal as ordinal, -- place in the record, from 0
  r.resource_key as resource_key, -- what identifies the resource, lower case; NULL without any id
  r.name as resource_name, -- Name as received
  r.type as resource_type, -- Type as received: file extension, WebPage, ...
  r.site_url as site_url, -- address of the item as received
  r.site_key as site_key, -- its site, lower case
  r.site_kind as site_kind, -- onedrive, sharepoint, exchange, teams or web
  k.action as action, -- Action as received
  k.status as status, -- Status as received
  coalesce(s.name, s.label_guid) as sensitivity_label, -- label of the resource; its id when the name is unknown
  k.is_cross_prompt_injection_detected as is_cross_prompt_injection_detected, -- NULL = not told
  k.has_policy_restriction as has_policy_restriction, -- 1: at least one policy took effect
  k.policy_names as policy_names, -- their names, joined with '; '
  a.extra as extra -- further fields, as JSON
from accessed_resources a
join interactions i on i.id = a.interaction_id
join access_kinds k on k.id = a.access_kind_id
join days d on d.day_number = i.day_number
join users u on u.id = i.user_id
join apps p on p.id = i.app_id
left join resources r on r.id = a.resource_id
left join sensitivity_labels s on s.id = k.sensitivity_label_id

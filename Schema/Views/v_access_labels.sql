create view access_labels as
-- Ways of reaching a resource that has a sensitivity label; empty and all-zero ids are none. Key: access_kind_id.
select
  k.id as access_kind_id, -- access_kinds.id
  l.id as label_id, -- sensitivity_labels.id
  l.label_guid as label_guid -- label id, lower case
from access_kinds k
join sensitivity_labels l on l.id = k.sensitivity_label_id
where l.label_guid <> '' and l.label_guid <> '00000000-0000-0000-0000-000000000000'

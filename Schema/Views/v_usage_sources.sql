create view usage_sources as
-- The sources of a warehouse, in the order in which the question coverage lists them. Key: source.
select
  1 as place, -- position, from 1
  'audit_interactions' as source, -- source
  'audit' as kind, -- audit: records; history: lists that hold before the first, too; list: others
  1 as has_people -- 1: it names people; NULL: it only counts
union all select 2, 'audit_other_record_types', 'audit', 1
union all select 3, 'agent_authoring', 'audit', 1
union all select 4, 'license_lists', 'history', 1
union all select 5, 'purchased_seats', 'list', null
union all select 6, 'directory', 'history', 1
union all select 7, 'managers', 'history', 1
union all select 8, 'report_user_counts', 'list', null
union all select 9, 'report_user_details', 'list', 1
union all select 10, 'agent_inventory', 'history', null

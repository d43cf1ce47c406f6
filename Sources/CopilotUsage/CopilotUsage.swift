// The types that most programs need, under one import.
@_exported public import UsageIngestion
@_exported public import UsageQueries
@_exported public import UsageStore

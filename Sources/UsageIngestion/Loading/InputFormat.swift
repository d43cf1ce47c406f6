import AuditRecords

/// A format of input files, recognised from content.
public struct InputFormat: RawRepresentable, Sendable, Hashable, CaseIterable {
    /// The identifier: `purview-audit-csv`.
    public let rawValue: String

    /// The format with an identifier; nil for one that is not known.
    public init?(rawValue: String) {
        guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = format
    }

    private init(_ rawValue: String) { self.rawValue = rawValue }

    init(_ envelope: any AuditEnvelope.Type) { self.init(envelope.format) }

    /// Every format: audit records in all their forms, then lists.
    public static let allCases: [InputFormat] =
        AuditEnvelopes.all.map { InputFormat($0) } + [licensedUsersCSV, readinessCSV, entraUsersCSV]

    /// Audit export with a column AuditData: the Purview portal's, its older and its scripted forms.
    public static let purviewAuditCSV = InputFormat(PurviewAuditEnvelope.self)
    /// List of licence holders.
    public static let licensedUsersCSV = InputFormat("licensed-users-csv")
    /// Copilot readiness report with a licence column, read as a list of licence holders.
    public static let readinessCSV = InputFormat("readiness-csv")
    /// Users of Entra.
    public static let entraUsersCSV = InputFormat("entra-users-csv")

    /// The form of audit records that the format is; nil for a list.
    var envelope: (any AuditEnvelope.Type)? { AuditEnvelopes.all.first { $0.format == rawValue } }
}

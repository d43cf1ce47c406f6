/// What a list is a list of.
public enum ListKind: Sendable, Hashable {
    /// `licenses.id` of Microsoft 365 Copilot, which every warehouse has.
    public static let microsoft365CopilotID: Int64 = 1

    /// Holders of the licence with this id.
    case licenses(licenseID: Int64)
    /// The directory.
    case directory
    /// Subscriptions with the seats bought.
    case seats
    /// The inventory of agents.
    case agents
}

extension ListKind {
    /// Reads `snapshots.kind` and `snapshots.license_id`.
    init?(storedName: String, licenseID: Int64?) {
        switch (storedName, licenseID) {
        case ("licenses", let licenseID?): self = .licenses(licenseID: licenseID)
        case ("directory", nil): self = .directory
        case ("seats", nil): self = .seats
        case ("agents", nil): self = .agents
        default: return nil
        }
    }

    /// `snapshots.kind`.
    var storedName: String {
        switch self {
        case .licenses: "licenses"
        case .directory: "directory"
        case .seats: "seats"
        case .agents: "agents"
        }
    }

    /// `snapshots.license_id`.
    var licenseID: Int64? {
        if case .licenses(let licenseID) = self { return licenseID }
        return nil
    }
}

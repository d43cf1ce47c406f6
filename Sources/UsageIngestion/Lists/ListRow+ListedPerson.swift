import CSVExports
import UsageStore

extension ListRow {
    init(_ person: ListedPerson) {
        self.init()
        userPrincipalName = person.userPrincipalName
        objectID = person.objectID
        isLicensed = person.isLicensed
        assignedDay = person.licenses?
            .first { $0.sku == ListedLicense.microsoft365Copilot }?.assignedDay.map(Int64.init)
        department = person.department
        jobTitle = person.jobTitle
        isAccountEnabled = person.isAccountEnabled
        userType = person.userType
        managerPrincipalName = person.manager?.userPrincipalName ?? ""
        managerObjectID = person.manager?.objectID ?? ""
        attributes = person.attributes
        extra = person.extra
        if let isShared = person.isShared {
            extra = ExtraObject.adding(json: isShared ? "true" : "false", as: "isShared", to: extra)
        }
        if let isDeleted = person.isDeleted {
            extra = ExtraObject.adding(json: isDeleted ? "true" : "false", as: "isDeleted", to: extra)
        }
    }
}

extension DirectoryAttribute {
    /// The attributes whose history is kept, of those that a list tells.
    static func told(by attributes: ListedAttributes) -> Set<DirectoryAttribute> {
        let pairs: [(ListedAttributes, DirectoryAttribute)] = [
            (.department, .department), (.jobTitle, .jobTitle), (.accountEnabled, .accountEnabled),
            (.userType, .userType), (.manager, .manager),
        ]
        return Set(pairs.filter { attributes.contains($0.0) }.map(\.1))
    }
}

extension PurchasedSeats {
    init(_ sku: SubscribedSKU, _ licenseID: Int64) {
        self.init(licenseID: licenseID)
        enabledCount = sku.enabledCount.map(Int64.init)
        consumedCount = sku.consumedCount.map(Int64.init)
        suspendedCount = sku.suspendedCount.map(Int64.init)
        warningCount = sku.warningCount.map(Int64.init)
        extra = sku.extra
        if let status = sku.capabilityStatus {
            extra = ExtraObject.adding([status], as: "capabilityStatus", to: extra)
        }
        if let count = sku.lockedOutCount {
            extra = ExtraObject.adding(json: String(count), as: "lockedOut", to: extra)
        }
    }
}

extension InventoriedAgent {
    init(_ agent: ListedAgent) {
        self.init(titleID: agent.titleID)
        name = agent.name
        createdDay = agent.createdDay.map(Int64.init)
        updatedDay = agent.updatedDay.map(Int64.init)
        createdBy = agent.createdBy
        createdIn = agent.createdIn
        attributes = agent.attributes
    }
}

import CSVExports
import UsageStore

extension ListRow {
    /// What the store keeps of a decoded row.
    init(_ person: ListedPerson) {
        self.init()
        userPrincipalName = person.userPrincipalName
        objectID = person.objectID
        isLicensed = person.isLicensed
        department = person.department
        jobTitle = person.jobTitle
        isAccountEnabled = person.isAccountEnabled
        userType = person.userType
        attributes = person.attributes
        extra = person.extra
    }
}

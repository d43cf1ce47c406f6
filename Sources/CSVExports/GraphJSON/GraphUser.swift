import UsageFormats

/// Reads a user of Graph, one member after the other.
///
/// A member of another type than it should have costs its property, which then is not told, and stays in `extra`.
struct GraphUser {
    /// Members that are kept for display: the key under which they are kept, and what they tell.
    private static let displayed: [String: (key: String, attribute: ListedAttributes)] = [
        "displayname": ("display_name", .displayName), "mail": ("mail", .mail),
        "companyname": ("company_name", .companyName), "officelocation": ("office_location", .officeLocation),
        "city": ("city", .city), "country": ("country", .country), "usagelocation": ("usage_location", .usageLocation),
    ]

    /// What members tell, by their keys in lower case.
    static func attribute(of key: String) -> ListedAttributes {
        switch key {
        case "department": .department
        case "jobtitle": .jobTitle
        case "accountenabled": .accountEnabled
        case "usertype": .userType
        case "manager": .manager
        case "assignedlicenses": .licenses
        case "deleteddatetime", "@removed": .deletion
        case "mailboxsettings", "recipienttypedetails", "userpurpose": .sharedMailbox
        case "createddatetime": .created
        default: displayed[key]?.attribute ?? []
        }
    }

    private var person = ListedPerson()
    private var attributes = JSONObjectText()
    private var extra = JSONObjectText()
    private var notes: [ListNote]

    private init(notes: [ListNote]) { self.notes = notes }

    /// Reads the user that an object is, of which some things were noted already.
    static func read(_ object: inout GraphObject, _ notes: [ListNote]) throws(ListRejection) -> ListRowResult {
        var user = GraphUser(notes: notes)
        for member in object.members {
            if member.key == "@odata.type" { try checkType(member.node, of: &object) }
            if member.isAnnotation { continue }
            let isKept = !member.isRepeated && user.keep(member, of: &object)
            if !isKept, !object.isNull(member.node) { user.extra.add(member.name, json: object.json(member.node)) }
        }
        try ListCells.checkName(user.person.userPrincipalName, objectID: user.person.objectID)
        user.person.attributes = user.attributes.text
        user.person.extra = user.extra.text
        return .person(user.person, notes: user.notes)
    }

    /// Refuses groups and devices, which stand among users where members of something are answered.
    private static func checkType(_ node: JSONNode, of object: inout GraphObject) throws(ListRejection) {
        guard case .value(let type) = object.text(node), type.lowercased() != "#microsoft.graph.user" else { return }
        throw ListRejection(code: .notAUser, description: "The element says that it is no user; expected users alone.")
    }

    /// Puts a member where it belongs; false when it says more than that place holds.
    private mutating func keep(_ member: GraphObject.Member, of object: inout GraphObject) -> Bool {
        switch member.key {
        case "assignedlicenses": return keepLicenses(member.node, of: &object)
        case "manager": return keepManager(member.node, of: &object)
        case "mailboxsettings":
            for inner in object.innerMembers(member.node) where inner.key == "userpurpose" {
                _ = keepText(inner, of: &object)
            }
            return false
        case "accountenabled":
            guard case .value(let flag) = readable(object.flag(member.node)) else { return false }
            person.isAccountEnabled = flag
            person.told.insert(.accountEnabled)
            return true
        case "@removed":
            tellDeletion(true)
            return false
        default: return keepText(member, of: &object)
        }
    }

    private mutating func keepText(_ member: GraphObject.Member, of object: inout GraphObject) -> Bool {
        let attribute = Self.attribute(of: member.key)
        guard !attribute.isEmpty || member.key == "id" || member.key == "userprincipalname" else { return false }
        let text: String
        switch readable(object.text(member.node)) {
        case .value(let value): text = value
        case .null: text = ""
        case .unreadable: return false
        }
        switch member.key {
        case "userprincipalname": person.userPrincipalName = text
        case "id": person.objectID = text
        case "department": person.department = text
        case "jobtitle": person.jobTitle = text.isEmpty ? nil : text
        case "usertype": person.userType = text.isEmpty ? nil : text
        case "recipienttypedetails", "userpurpose":
            person.isShared = ListCells.isShared(text)
            if person.isShared != nil { person.told.insert(.sharedMailbox) }
            return false
        case "deleteddatetime":
            guard text.isEmpty || DateText.instant(text) != nil else { return unreadable(.unreadableDate) }
            tellDeletion(!text.isEmpty)
            return text.isEmpty
        case "createddatetime":
            guard attributes.addCreation(text) else { return unreadable(.unreadableDate) }
        default: attributes.add(Self.displayed[member.key]?.key ?? member.key, text)
        }
        person.told.formUnion(attribute)
        return true
    }

    private mutating func keepManager(_ node: JSONNode, of object: inout GraphObject) -> Bool {
        var manager = ListedManager.nobody
        var isWhole = true
        for member in object.innerMembers(node) where !member.isAnnotation {
            switch (member.key, object.text(member.node)) {
            case ("id", .value(let text)): manager.objectID = text
            case ("userprincipalname", .value(let text)): manager.userPrincipalName = text
            default: isWhole = isWhole && object.isNull(member.node)
            }
        }
        // An object that names nobody was not asked for names.
        guard object.isNull(node) || !manager.isNobody else { return unreadable(.unreadableManager) }
        person.manager = manager
        person.told.insert(.manager)
        return isWhole
    }

    /// Null in the place of licences is what scripts write that did not ask for them, so it tells nothing.
    private mutating func keepLicenses(_ node: JSONNode, of object: inout GraphObject) -> Bool {
        guard case .value(let elements) = object.elements(node) else { return unreadable(.unknownLicenseValue) }
        var licenses: [ListedLicense] = []
        var isWhole = true
        for element in elements {
            var license: ListedLicense?
            for member in object.innerMembers(element) where !member.isAnnotation {
                if member.key == "skuid", case .value(let id) = object.text(member.node) {
                    license = ListedLicense(skuID: id)
                } else {
                    isWhole = isWhole && object.json(member.node) == "[]"
                }
            }
            guard let license else { return unreadable(.unknownLicenseValue) }
            if !licenses.contains(license) { licenses.append(license) }
        }
        person.tell(licenses)
        return isWhole
    }

    private mutating func tellDeletion(_ isDeleted: Bool) {
        person.isDeleted = isDeleted || person.isDeleted == true
        person.told.insert(.deletion)
    }

    private mutating func readable<Value>(_ reading: GraphObject.Reading<Value>) -> GraphObject.Reading<Value> {
        if case .unreadable = reading { _ = unreadable(.unreadableField) }
        return reading
    }

    /// Notes that a member is kept as it is.
    private mutating func unreadable(_ note: ListNote) -> Bool {
        notes.note(note)
        return false
    }
}

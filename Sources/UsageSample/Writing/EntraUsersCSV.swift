/// Writes the directory as the Entra admin center downloads it: UTF-8 with a byte order mark, CRLF, 29 columns.
enum EntraUsersCSV {
    /// Appends people and rooms, in the order of their names.
    static func append(_ directory: Directory, to output: inout ByteBuffer) {
        output.append("\u{FEFF}userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,")
        output.append("accountEnabled,usageLocation,streetAddress,state,country,officeLocation,city,postalCode,")
        output.append("telephoneNumber,mobilePhone,alternateEmailAddress,ageGroup,consentProvidedForMinor,")
        output.append("legalAgeGroupClassification,companyName,creationType,directorySynced,invitationState,")
        output.append("identityIssuer,createdDateTime\r\n")
        for person in directory.people { output.append(row: cells(of: person)) }
        for room in directory.rooms { output.append(row: cells(of: room)) }
    }

    private static func cells(of person: Person) -> [String] {
        let isGuest = person.kind == .guest
        let office = person.office
        return [
            person.currentPrincipalName, person.displayName, person.surname, person.mail, person.givenName,
            person.objectID.text, isGuest ? "Guest" : "Member", person.jobTitle, person.department,
            person.isAccountEnabled ? "True" : "False", office.usageLocation, office.street, office.state,
            office.country, office.name, office.city, office.postalCode,
            person.number % 3 == 0 ? "+49 40 555 \(1000 + person.number)" : "", "", "", "", "", "",
            isGuest ? "" : "Contoso, Ltd.", isGuest ? "Invitation" : "", isGuest ? "" : "True",
            isGuest ? "Accepted" : "", PersonNames.initialDomain, date(person.createdAt),
        ]
    }

    private static func cells(of room: Directory.Room) -> [String] {
        var cells = Array(repeating: "", count: 29)
        cells[0] = room.principalName
        cells[1] = room.displayName
        cells[3] = room.principalName
        cells[5] = room.objectID.text
        cells[6] = "Member"
        cells[9] = "False"
        cells[27] = PersonNames.initialDomain
        cells[28] = date(room.createdAt)
        return cells
    }

    private static func date(_ instant: Int) -> String {
        var buffer = ByteBuffer(capacity: 24)
        buffer.append(americanInstant: instant)
        return buffer.text
    }
}

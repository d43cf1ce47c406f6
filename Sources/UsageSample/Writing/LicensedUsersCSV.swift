/// Writes the list of licence holders as the admin center exports it, without a licence column.
enum LicensedUsersCSV {
    /// Appends the list: every row is a holder.
    static func append(_ holders: [Person], to output: inout ByteBuffer) {
        output.append("\u{FEFF}Username,Display name,Email\r\n")
        for person in holders {
            output.append(cell: person.currentPrincipalName)
            output.append(",")
            output.append(cell: person.number % 9 == 0 ? "\(person.surname), \(person.givenName)" : person.displayName)
            output.append(",")
            output.append(cell: person.mail)
            output.endRow()
        }
    }
}

import UsageFormats

/// The columns that tell of an account whether it is deleted, and whether it is a shared mailbox or a room.
struct AccountColumns: Sendable, Hashable {
    private let deletionFlag: Int?
    private let deletionTime: Int?
    private let sharing: Int?

    init(_ header: HeaderCells) {
        deletionFlag = header.column(["isdeleted"])
        deletionTime = header.column(["softdeletiontimestamp", "deleteddatetime", "deleteddate"])
        sharing = header.column(["recipienttypedetails", "issharedmailbox", "isshared", "mailboxtype", "userpurpose"])
    }

    /// What the columns tell.
    var attributes: ListedAttributes {
        var attributes: ListedAttributes = []
        if deletionFlag != nil || deletionTime != nil { attributes.insert(.deletion) }
        if sharing != nil { attributes.insert(.sharedMailbox) }
        return attributes
    }

    /// Reads the columns; the cells that say more than the row's properties hold remain for `extra`.
    func read(
        _ cells: [String],
        into person: inout ListedPerson,
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) {
        readDeletion(cells, into: &person, &known, &notes)
        guard let sharing else { return }
        let kind = ListCells.cell(sharing, of: cells)
        person.isShared = ListCells.isShared(kind)
        if person.isShared != nil { person.told.insert(.sharedMailbox) }
        // The kind of mailbox is worth more than whether it is shared.
        if ListCells.flag(kind) != nil { known.insert(sharing) }
    }

    private func readDeletion(
        _ cells: [String],
        into person: inout ListedPerson,
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) {
        if let deletionFlag {
            let flag = ListCells.cell(deletionFlag, of: cells)
            person.isDeleted = ListCells.flag(flag)
            if person.isDeleted != nil {
                known.insert(deletionFlag)
            } else if !flag.isEmpty {
                notes.note(.unreadableFlag)
            }
        } else if let deletionTime {
            let time = ListCells.cell(deletionTime, of: cells)
            if time.isEmpty {
                person.isDeleted = false
            } else if DateText.instant(time) != nil {
                person.isDeleted = true
            } else {
                notes.note(.unreadableDate)
            }
        }
        if person.isDeleted != nil { person.told.insert(.deletion) }
    }
}

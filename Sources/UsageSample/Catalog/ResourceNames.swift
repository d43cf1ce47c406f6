/// Words for titles, sites and folders of resources.
enum ResourceNames {
    static let sites = [
        "Sales", "EngineeringHub", "Finance2025", "PeopleTeam", "LegalDesk", "Projekt-Nordlicht", "QualityCircle",
        "CustomerVoice", "Operations", "Leadership", "BrandStudio", "FieldService", "LabNotes", "Procurement",
    ]
    static let owners = [
        "priya_kapoor_contoso_com", "jasper_jansen_contoso_com", "lucia_ramos_contoso_com", "wei_zhang_contoso_com",
        "juergen_krause_contoso_com", "noor_haddad_contoso_com",
    ]
    static let folders = [
        "General/", "Planning/2025/", "Reviews/", "Drafts/", "", "Projects/Aurora/In progress/", "", "Kunden/", "",
        "Contracts/Signed/",
    ]
    private static let qualities = [
        "Quarterly", "Draft", "Final", "Regional", "Weekly", "Updated", "Confidential", "Joint", "Öffentliche",
        "Annual", "Preliminary", "Revised", "Shared", "Internal", "Kurze",
    ]
    private static let subjects = [
        "forecast", "budget review", "meeting notes", "roadmap", "risk register", "Übersicht", "price list",
        "interview guide", "supplier audit", "Größenvergleich", "training plan", "sales deck", "incident report",
        "work plan, phase 2",
        "plan \"Nordwind\"", "cost model", "résumé screening", "launch checklist", "capacity outlook",
    ]

    /// A title that holds the number.
    static func title(_ number: Int, _ random: inout RandomSource) -> String {
        let subject = random.pick(subjects)
        return random.chance(0.4) ? "\(random.pick(qualities)) \(subject) \(number)" : "\(subject) \(number)"
    }

    /// Letters and digits of an item id, made from a GUID.
    static func base32(_ guid: SampleGUID, count: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var random = RandomSource(seed: guid.high ^ guid.low)
        var buffer = ByteBuffer(capacity: count)
        for _ in 0..<count {
            buffer.bytes.append(alphabet[random.below(32)])
        }
        return buffer.text
    }

    /// The path of a URL with blanks and quotes percent-encoded.
    static func encoded(_ path: String) -> String {
        var buffer = ByteBuffer(capacity: path.utf8.count + 24)
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: " "): buffer.append("%20")
            case UInt8(ascii: "\""): buffer.append("%22")
            default: buffer.bytes.append(byte)
            }
        }
        return buffer.text
    }
}

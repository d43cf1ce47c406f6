import Testing

@testable import CSVExports
import UsageFormats

/// The same people, printed as different exports, are the same people.
struct ListAgreementTests {
    private struct Sample {
        var name = ""
        var id = ""
        var displayName = ""
        var department = ""
        var jobTitle = ""
        var city = ""
        var usageLocation = ""
        var isEnabled = true
        var createdDay = 0
        var products: [String] = []

        var isLicensed: Bool { products.contains("Microsoft 365 Copilot") }
    }

    private static let words = [
        "Sales", "R&D", "Müller, Anna", "a \"quoted\" name", "=1+3", "MÃ¼ller", "-", "two\nlines", "😀", "tab\there",
        "O'Brien",
        #"back\slash"#, "semi;colon", "plus+sign", "北京", "", "", "x",
    ]
    private static let products = [
        "Microsoft 365 Copilot", "Microsoft 365 E5", "Enterprise Mobility + Security E5",
        "Microsoft 365 Copilot for Sales",
        "Visio Plan 2",
    ]

    private static func samples(_ count: Int, seed: UInt64) -> [Sample] {
        var generator = Generator(state: seed)
        return (0..<count).map { index in
            Sample(
                name: "user+\(index)@contoso.com",
                id: "0000000\(index % 10)-0000-4000-8000-\(String(1_000_000_000_00 + index))0",
                displayName: words.randomElement(using: &generator) ?? "",
                department: words.randomElement(using: &generator) ?? "",
                jobTitle: words.randomElement(using: &generator) ?? "",
                city: words.randomElement(using: &generator) ?? "",
                usageLocation: words.randomElement(using: &generator) ?? "",
                isEnabled: Bool.random(using: &generator),
                createdDay: Int.random(in: 18_000...20_500, using: &generator),
                products: products.filter { _ in Bool.random(using: &generator) }
            )
        }
    }

    /// What all three exports tell, in one text each.
    private func common(_ file: ListFile) -> [String] {
        file.people.map { person in
            var attributes = person.attributes ?? "{}"
            if let range = attributes.firstRange(of: /"created_at":"[^"]*",/) { attributes.removeSubrange(range) }
            return [
                person.userPrincipalName, person.objectID, person.department ?? "?", person.jobTitle ?? "-",
                String(describing: person.isAccountEnabled), attributes,
            ].joined(separator: "|")
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `Entra's CSV, the active users CSV and the users of Graph agree`(_ seed: UInt64) throws {
        let people = Self.samples(60, seed: seed)
        let entra = try ListFile(
            "userPrincipalName,displayName,id,jobTitle,department,accountEnabled,usageLocation,city,createdDateTime\r\n"
                + people.map {
                    csv([
                        $0.name, $0.displayName, $0.id, $0.jobTitle, $0.department, $0.isEnabled ? "True" : "False",
                        $0.usageLocation, $0.city, american($0.createdDay),
                    ])
                }.joined()
        )
        let active = try ListFile(
            "Block credential,City,Department,Display name,Licenses,Object Id,Title,Usage location,User principal name,"
                + "When created\r\n"
                + people.map {
                    csv([
                        $0.isEnabled ? "False" : "True", $0.city, $0.department, $0.displayName,
                        $0.products.isEmpty ? "Unlicensed" : $0.products.joined(separator: "+"), $0.id, $0.jobTitle,
                        $0.usageLocation, $0.name, "\(iso($0.createdDay)) 13:25:31Z",
                    ])
                }.joined()
        )
        let graph = try ListFile(
            "{\"value\":[" + people.map(json).joined(separator: ",\n") + "]}"
        )
        #expect(
            [entra.format, active.format, graph.format] == ["entra-users-csv", "active-users-csv", "graph-users-json"]
        )
        #expect(entra.people.count == people.count)
        #expect(common(entra) == common(active))
        #expect(common(entra) == common(graph))
        #expect(active.people.map(\.isLicensed) == people.map(\.isLicensed))
        #expect(graph.people.map(\.isLicensed) == people.map(\.isLicensed))
        #expect(entra.people.allSatisfy { $0.licenses == nil })
        #expect([entra, active, graph].allSatisfy { $0.rejections.isEmpty && $0.notes.allSatisfy(\.isEmpty) })
        let shared: ListedAttributes = [
            .displayName, .department, .jobTitle, .accountEnabled, .usageLocation, .city, .created,
        ]
        #expect(entra.told == shared)
        #expect(active.told == shared.union(.licenses))
        #expect(graph.told == shared.union(.licenses))
    }

    private func csv(_ cells: [String]) -> String {
        cells.map { cell in
            cell.contains { ",\"\n\r".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
        }.joined(separator: ",") + "\r\n"
    }

    private func json(_ person: Sample) -> String {
        func text(_ text: String) -> String { text.isEmpty ? "null" : JSONString.quoted(text) }
        let skus = person.products.map { $0 == "Microsoft 365 Copilot" ? copilotID : otherID }
        let licenses = skus.map { "{\"disabledPlans\":[],\"skuId\":\"\($0)\"}" }.joined(separator: ",")
        return """
            {"userPrincipalName":\(text(person.name)),"id":"\(person.id)","displayName":\(text(person.displayName)),
             "department":\(text(person.department)),"jobTitle":\(text(person.jobTitle)),"city":\(text(person.city)),
             "usageLocation":\(text(person.usageLocation)),"accountEnabled":\(person.isEnabled),
             "createdDateTime":"\(iso(person.createdDay))T13:25:31Z","assignedLicenses":[\(licenses)]}
            """
    }

    private func iso(_ day: Int) -> String {
        let (year, month, day) = date(day)
        return "\(year)-\(two(month))-\(two(day))"
    }

    private func american(_ day: Int) -> String {
        let (year, month, day) = date(day)
        return "\(month)/\(day)/\(year) 1:25:31 PM"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Counts on from a year's first day, as the reading side does not.
    private func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
        var rest = day - 17_897  // 2019-01-01
        var year = 2019
        func length(_ year: Int) -> Int { year % 4 == 0 ? 366 : 365 }
        while rest >= length(year) {
            rest -= length(year)
            year += 1
        }
        var month = 1
        for days in [31, length(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if rest < days { break }
            rest -= days
            month += 1
        }
        return (year, month, rest + 1)
    }

    /// A generator whose numbers are the same on every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}

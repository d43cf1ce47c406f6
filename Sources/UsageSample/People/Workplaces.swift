/// A place of work, as the directory writes it.
struct Office: Sendable {
    var name: String
    var street: String
    var city: String
    var state: String
    var postalCode: String
    var country: String
    /// The two-letter country code.
    var usageLocation: String
}

/// Departments, job titles and offices of the synthetic tenant.
enum Workplaces {
    /// Departments in the spelling of the directory, with the oddities of a grown directory.
    static let departments = WeightedTable<String>([
        ("Sales", 16), ("Engineering", 15), ("Customer Service", 12), ("Finance", 8), ("Finance ", 1),
        ("Human Resources", 5), ("Legal, Risk and Compliance", 4), ("Research & Development", 6),
        ("Marketing", 7), ("marketing", 0.5), ("Geschäftsführung", 2), ("Qualitätssicherung", 3),
        ("Procurement \"Direct\"", 2), ("IT, Workplace", 5), ("IT, \"Cloud\" Platform", 2), ("Operations", 7),
        ("=Operations", 0.4), ("-", 0.5), ("", 3), ("  Facilities", 1), ("Logistics", 6),
    ])

    /// The name of a department: its spelling without the blanks around it.
    static func name(of department: String) -> String {
        var rest = department.drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    static let jobTitles = [
        "Account Manager", "Analyst", "Architect", "Assistant", "Business Partner", "Buyer", "Consultant", "Controller",
        "Counsel", "Director, Projects", "Engineer", "Head of Team", "Planner", "Product Owner", "Specialist",
        "Technician", "Team Lead \"Nord\"", "",
    ]

    static let offices = [
        Office(
            name: "Hamburg 3",
            street: "Kaistraße 14",
            city: "Hamburg",
            state: "",
            postalCode: "20457",
            country: "Germany",
            usageLocation: "DE"
        ),
        Office(
            name: "Leeds",
            street: "7 Wharf Lane, Floor 2",
            city: "Leeds",
            state: "West Yorkshire",
            postalCode: "LS1 4BR",
            country: "United Kingdom",
            usageLocation: "GB"
        ),
        Office(
            name: "Pune",
            street: "Plot 21, Survey Road",
            city: "Pune",
            state: "Maharashtra",
            postalCode: "411014",
            country: "India",
            usageLocation: "IN"
        ),
        Office(
            name: "Portland",
            street: "880 Mill Street",
            city: "Portland",
            state: "OR",
            postalCode: "97209",
            country: "United States",
            usageLocation: "US"
        ),
        Office(
            name: "São Paulo",
            street: "Rua das Palmeiras, 90",
            city: "São Paulo",
            state: "SP",
            postalCode: "01226-010",
            country: "Brazil",
            usageLocation: "BR"
        ),
        Office(
            name: "",
            street: "",
            city: "",
            state: "",
            postalCode: "",
            country: "Japan",
            usageLocation: "JP"
        ),
    ]
}

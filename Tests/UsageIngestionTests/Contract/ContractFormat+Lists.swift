import UsageIngestion

extension ContractFormat {
    /// The formats that list people.
    static let lists: [ContractFormat] = [
        list(
            .licensedUsersCSV,
            header: "Username,Display name,Email",
            badRecord: (",Nobody,", "missing_user")
        ) { number, _ in
            "\(name(number)),Person \(number),\(name(number))"
        },
        list(
            .readinessCSV,
            header: "Report Refresh Date,User Principal Name,Has Copilot license assigned,Uses Teams chat",
            badRecord: ("2025-03-01,,True,True", "missing_user")
        ) { number, day in
            let date = day < 10 ? "2025-03-0\(day)" : "2025-03-\(day)"
            return "\(date),\(name(number)),\(number % 7 == 0 ? "False" : "True"),True"
        },
        list(
            .entraUsersCSV,
            header: "userPrincipalName,displayName,id,department,accountEnabled",
            badRecord: (",Nobody,,Sales,True", "missing_user")
        ) { number, day in
            "\(name(number)),Person \(number),\(key(number)),Department \((number + day) % 3),True"
        },
    ]

    private static func list(
        _ format: InputFormat,
        header: String,
        badRecord: (String, String),
        _ record: @escaping Record
    ) -> ContractFormat {
        ContractFormat(
            format: format,
            isList: true,
            file: rows(header),
            record: record,
            badRecord: badRecord,
            unknownFile: rows(wider: header)
        )
    }
}

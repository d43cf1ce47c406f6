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
            .activeUsersCSV,
            header: "Block credential,Department,Display name,Licenses,Object Id,Title,User principal name",
            badRecord: ("False,Sales,Nobody,Unlicensed,,,", "missing_user")
        ) { number, day in
            let products = (number + day) % 5 == 0 ? "Unlicensed" : "Microsoft 365 E5+Microsoft 365 Copilot"
            return "False,Department \(day),Person \(number),\(products),\(key(number)),Buyer,\(name(number))"
        },
        list(
            .paxUsersCSV,
            header: "userPrincipalName,displayName,id,department,assignedLicenses,hasLicense,ManagerID",
            badRecord: (",Nobody,,Sales,,False,", "missing_user")
        ) { number, day in
            "\(name(number)),Person \(number),\(key(number)),Department \(day),,\((number + day) % 5 != 0),\(key(number / 4))"
        },
        ContractFormat(
            format: .graphUsersJSON,
            isList: true,
            file: { records in #"{"value":["# + "\n" + records.joined(separator: ",\n") + "\n]}" },
            record: { number, day in
                let sku = (number + day) % 5 == 0 ? "" : #"{"skuId":"639dec6b-bb19-468b-871c-c5c441c4b0cb"}"#
                return #"{"id":"\#(key(number))","userPrincipalName":"\#(name(number))","department":"D\#(day)","#
                    + #""accountEnabled":true,"assignedLicenses":[\#(sku)],"manager":{"id":"\#(key(number / 4))"}}"#
            },
            badRecord: (#"{"id":"","userPrincipalName":null,"department":"Sales"}"#, "missing_user"),
            unknownValues: "select extra from snapshot_rows where extra is not null",
            unknownFile: { records in
                "[" + records.map { $0.dropLast() + #","Invented column":"invented 1"}"# }.joined(separator: ",") + "]"
            }
        ),
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
            unknownValues: "select extra from snapshot_rows where extra is not null",
            unknownFile: rows(wider: header)
        )
    }
}

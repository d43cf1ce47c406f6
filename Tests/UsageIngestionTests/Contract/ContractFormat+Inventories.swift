import UsageIngestion

extension ContractFormat {
    /// Lists of other things than people.
    static let inventories: [ContractFormat] = [
        ContractFormat(
            format: .agentsCSV,
            isList: true,
            file: rows(agentsHeader),
            record: { number, day in "Agent \(number),T_\(key(number)),Version \(day),Studio,2025-01-02" },
            badRecord: ("Nameless,,1,Studio,", "missing_title_id"),
            unknownValues: "select attributes from agent_inventory_rows",
            unknownFile: rows(wider: agentsHeader)
        ),
        ContractFormat(
            format: .graphLicensesJSON,
            isList: true,
            file: { records in #"{"value":["# + "\n" + records.joined(separator: ",\n") + "\n]}" },
            record: { number, day in
                #"{"skuId":"\#(key(number))","skuPartNumber":"PRODUCT_\#(number)","consumedUnits":\#(day),"#
                    + #""prepaidUnits":{"enabled":25,"suspended":0,"warning":0,"lockedOut":0}}"#
            },
            badRecord: (#"{"skuPartNumber":"NONE","consumedUnits":1,"prepaidUnits":{}}"#, "missing_sku"),
            unknownValues: "select extra from purchased_seats",
            unknownFile: { records in
                #"{"value":["#
                    + records.map { $0.dropLast() + #","Invented column":"invented 1"}"# }
                    .joined(separator: ",") + "]}"
            }
        ),
    ]

    private static let agentsHeader = "Name,Title ID,Version,Created in,Date created"
}

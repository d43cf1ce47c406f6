import UsageIngestion

extension ContractFormat {
    /// Microsoft's usage reports.
    static let reports: [ContractFormat] = [
        ContractFormat(
            format: .graphUserDetail,
            isList: true,
            file: rows(detailHeader),
            record: { number, day in
                "2025-03-\(twoDigits(day)),\(name(number)),Person \(number),2025-02-\(twoDigits(1 + number % 28)),,7"
            },
            badRecord: ("2025-03-01,,Nobody,,,7", "missing_user"),
            unknownValues: "select extra from report_users",
            unknownFile: rows(wider: detailHeader)
        ),
        ContractFormat(
            format: .graphUserSummary,
            isList: true,
            file: rows("Report Refresh Date,Report Period,Word Enabled Users,Word Active Users"),
            record: { number, _ in "\(date(number)),7,1000,\(number)" },
            badRecord: (",7,1,1", "missing_refresh_date"),
            unknownValues: "select extra from report_user_counts where extra is not null",
            unknownFile: rows(wider: "Report Refresh Date,Report Period,Word Enabled Users,Word Active Users")
        ),
        ContractFormat(
            format: .graphUserTrend,
            isList: true,
            file: { records in
                #"{"value":[{"reportRefreshDate":"2028-03-01","reportPeriod":180,"adoptionByDate":["# + "\n"
                    + records.joined(separator: ",\n") + "\n]}]}"
            },
            record: { number, _ in
                #"{"reportDate":"\#(date(number))","wordEnabledUsers":1000,"wordActiveUsers":\#(number)}"#
            },
            badRecord: (#"{"reportDate":"","wordActiveUsers":1}"#, "missing_report_date"),
            hasLinePerRecord: false,
            unknownValues: "select extra from report_user_counts where extra is not null",
            unknownFile: { records in
                #"{"value":[{"reportRefreshDate":"2028-03-01","reportPeriod":180,"adoptionByDate":["#
                    + records.map { $0.dropLast() + #","Invented column":"invented 1"}"# }.joined(separator: ",")
                    + "]}]}"
            }
        ),
        ContractFormat(
            format: .adminUsageCSV,
            isList: true,
            file: rows(tableHeader),
            record: { number, _ in "\(name(number)),Person \(number),2025-02-\(twoDigits(1 + number % 28)),," },
            badRecord: (",Nobody,,,", "missing_user"),
            unknownValues: "select extra from report_users",
            unknownFile: rows(wider: tableHeader)
        ),
    ]

    private static let detailHeader =
        "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,"
        + "Report Period"

    private static let tableHeader =
        "User name,Display name,Last activity date (UTC),Last activity date of Word Copilot (UTC),"
        + "Last activity date of Teams Copilot (UTC)"

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// A day of its own for each number, in the years from 2022.
    private static func date(_ number: Int) -> String {
        "\(2022 + number / 336)-\(twoDigits(1 + number % 336 / 28))-\(twoDigits(1 + number % 28))"
    }
}

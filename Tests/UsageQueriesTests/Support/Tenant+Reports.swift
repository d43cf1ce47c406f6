extension Tenant {
    /// Seats of a licence in a list of subscriptions.
    func seats(_ list: Int, _ enabled: Int, license: Int = 1) throws {
        try run(
            """
            insert into purchased_seats (snapshot_id, license_id, enabled_count, import_id)
            values (\(list), \(license), \(enabled), 1)
            """
        )
    }

    /// One of Microsoft's reports, empty.
    func report(
        _ id: Int,
        _ kind: String,
        version: Int = 1,
        _ refresh: String,
        _ period: Int,
        isConcealed: Bool = false
    ) throws {
        try run(
            """
            insert into usage_reports values (\(id), '\(kind)', \(version),
              (select day_number from days where day = '\(refresh)'), \(period), \(isConcealed ? 1 : 0), 1)
            """
        )
    }

    /// What a user detail report says of one app of a person, or of a token.
    func reported(
        _ report: Int,
        _ user: Int?,
        token: String = "",
        app: String = "Any app",
        last: String? = nil,
        prompts: Int? = nil
    ) throws {
        let day = last.map { "(select day_number from days where day = '\($0)')" } ?? "null"
        let name = user.map { "(select id from report_names where user_id = \($0))" } ?? "null"
        let token = user == nil ? "'\(token)'" : "null"
        if let user {
            try run(
                """
                insert into report_names (user_principal_name, last_refresh_day, user_id)
                select user_principal_name, 1, id from users where id = \(user) on conflict do nothing
                """
            )
        }
        try run(
            """
            insert into report_users (usage_report_id, report_name_id, concealed_name, import_id)
            values (\(report), \(name), \(token), 1) on conflict do nothing;
            insert into report_user_apps (report_user_id, app, last_activity_day, prompt_count, import_id)
            select id, '\(app)', \(day), \(prompts.map(String.init) ?? "null"), 1 from report_users
            where usage_report_id = \(report) and coalesce(report_name_id, concealed_name) = coalesce(\(name), \(token));
            update report_users set last_activity_day = (
              select max(last_activity_day) from report_user_apps where report_user_id = report_users.id)
            where usage_report_id = \(report);
            """
        )
    }

    /// What a summary, or a trend on a day, counts of one app.
    func counted(
        _ report: Int,
        day: String? = nil,
        _ app: String,
        _ enabled: Int?,
        _ active: Int?,
        prompts: Int? = nil
    ) throws {
        func sql(_ value: Int?) -> String { value.map(String.init) ?? "null" }
        let day = day.map { "(select day_number from days where day = '\($0)')" } ?? "null"
        try run(
            """
            insert into report_user_counts (usage_report_id, report_day, app, enabled_user_count,
              active_user_count, prompt_count, average_prompt_count, import_id)
            values (\(report), \(day), '\(app)', \(sql(enabled)), \(sql(active)), \(sql(prompts)),
              \(prompts == nil ? "null" : "2.5"), 1)
            """
        )
    }
}

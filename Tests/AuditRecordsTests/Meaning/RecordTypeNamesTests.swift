import Testing

@testable import AuditRecords

struct RecordTypeNamesTests {
    @Test(
        arguments: [
            ("PowerPlatformAdministratorActivity", 256), ("CopilotInteraction", 261), ("AIAppInteraction", 284),
            ("CreateCopilotPlugin", 310), ("UpdateCopilotPlugin", 311), ("DeleteCopilotPlugin", 312),
            ("EnableCopilotPlugin", 313), ("DisableCopilotPlugin", 314), ("CreateCopilotWorkspace", 315),
            ("DisableCopilotWorkspace", 319), ("CreateCopilotPromptBook", 320), ("DisableCopilotPromptBook", 324),
            ("UpdateCopilotSettings", 325), ("ConnectedAIAppInteraction", 328), ("TeamCopilotInteraction", 334),
            ("AIInteractionsExport", 362), ("Microsoft365CopilotScheduledPrompt", 363), ("SentinelAITool", 370),
            ("OutlookCopilotAutomation", 373), ("AppAdminActivity", 375), ("AppSettingsAdminActivity", 376),
            ("AIInteractionsSubscription", 379), ("AIInteractionsChangeNotification", 380),
            ("CopilotForSecurityTrigger", 383), ("CopilotAgentManagement", 384),
            ("P4AIAssessmentFabricScannerRecord", 385), ("PurviewPostureAgent", 430), ("DragonCopilotAdmin", 454),
            ("VivaGlintAgenticCampaign", 463),
        ] as [(String, Int64)]
    )
    func `documented types are known by name in any case`(_ name: String, _ number: Int64) {
        #expect(RecordTypeNames.number(name) == number)
        #expect(RecordTypeNames.number(name.uppercased()) == number)
    }

    @Test func `a number is never guessed from a name`() {
        #expect(RecordTypeNames.number("AgentAdminActivity") == nil)
        #expect(RecordTypeNames.number("") == nil)
        #expect(RecordTypeNames.number("261") == nil)
    }

    @Test(
        arguments: [
            ("Regular", 0), ("Reserved", 1), ("Admin", 2), ("DCAdmin", 3), ("System", 4), ("Application", 5),
            ("ServicePrincipal", 6), ("CustomPolicy", 7), ("SystemPolicy", 8), ("PartnerTechnician", 9), ("Guest", 10),
            ("Robot", nil),
        ] as [(String, Int64?)]
    )
    func `user types are known by name in any case`(_ name: String, _ number: Int64?) {
        #expect(UserTypeNames.number(name) == number)
        #expect(UserTypeNames.number(name.lowercased()) == number)
    }
}

import Testing

@testable import CSVExports

struct CopilotProductTests {
    @Test(arguments: [
        "Microsoft 365 Copilot", "microsoft 365 copilot", "MICROSOFT 365 COPILOT",
        "Microsoft 365 E5+Microsoft 365 Copilot",
        "Microsoft 365 Copilot+Microsoft 365 E5", "A+Microsoft 365 Copilot+B",
        "Enterprise Mobility + Security E5+Microsoft 365 Copilot",
        "Microsoft 365 Copilot+Enterprise Mobility + Security E5",
        "Microsoft 365 Copilot for Sales+Microsoft 365 Copilot",
        "Notepad+++Microsoft 365 Copilot", "Microsoft 365 E5, Microsoft 365 Copilot",
        "Microsoft 365 E5;Microsoft 365 Copilot",
        "Copilot for Microsoft 365+Visio Plan 2", "Microsoft Copilot for Microsoft 365", "SPE_E5;Microsoft_365_Copilot",
        "Bündel + Ü+Microsoft 365 Copilot",
    ])
    func `the product is found as a whole name`(_ cell: String) {
        #expect(CopilotProduct.isNamed(in: cell) == true)
    }

    @Test(arguments: [
        "Unlicensed", "Microsoft 365 E5", "Microsoft 365 Copilot for Sales", "Microsoft 365 Copilot Chat",
        "Viva Microsoft 365 Copilot", "Microsoft 365 Copilot for Sales+Microsoft 365 E5",
        "Enterprise Mobility + Security E5",
        "Microsoft Copilot Studio Viral Trial", "Microsoft 365 Copilot (Education)", "Copilot for Microsoft 365 Trial",
        "Microsoft 365", "Sales + Microsoft 365 Copilot Chat", "+", "xMicrosoft 365 Copilot", "Microsoft 365 Copilot2",
    ])
    func `a part of another product's name is not the product`(_ cell: String) {
        #expect(CopilotProduct.isNamed(in: cell) == false)
    }

    @Test(arguments: [
        "Security + Microsoft 365 Copilot", "Microsoft 365 Copilot + Security", "Microsoft 365 Copilot +Security",
        "A+Microsoft 365 Copilot + B", "A + Microsoft 365 Copilot+B",
    ])
    func `beside a plus with blanks nobody can tell where a name ends`(_ cell: String) {
        #expect(CopilotProduct.isNamed(in: cell) == nil)
    }
}

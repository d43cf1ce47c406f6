import Testing

@testable import CSVExports

struct AgentsLayoutTests {
    private static let header =
        "Name,Supported in,Date created,Developer Name,Type,Version,Availability,Created by,Description,Created in,"
        + "Last updated,Custom actions,Title ID,Sensitivity,Can read OneDrive and Sharepoint items,"
        + "OneDrive and Sharepoint items,Can read OneDrive files,OneDrive files,OneDrive sites,"
        + "Can read Sharepoint sites and files,Sharepoint files,Sharepoint sites,Can extend to Graph connector,"
        + "Graph connector details,Can generate images using user prompt,Can use code interpreter,"
        + "Contains uploaded files,Uploaded files"

    @Test func `all 28 columns are kept`() throws {
        let row =
            "\"Helper, HR\",Copilot;Teams,2026-01-05,Contoso,Custom,1.2,All,Anna,\"Says \"\"hi\"\"\",Copilot Studio,"
            + "2026-02-03 10:11:12Z,0,T_1.declarative,None,False,,False,,,True,,https://contoso/sites/hr,"
            + "False,,True,False,False,"
        let file = try ListFile("\(Self.header)\n\(row)\n")
        #expect(file.format == "agents-csv")
        #expect(file.contents == ListContents(subjects: .agents))
        let agent = try #require(file.agents.first)
        #expect(agent.titleID == "T_1.declarative")
        #expect(agent.name == "Helper, HR")
        #expect(agent.createdDay == 20_458 && agent.updatedDay == 20_487)
        #expect(agent.createdBy == "Anna" && agent.createdIn == "Copilot Studio")
        #expect(
            agent.attributes == #"{"Availability":"All","Can extend to Graph connector":"False","#
                + #""Can generate images using user prompt":"True","Can read OneDrive and Sharepoint items":"False","#
                + #""Can read OneDrive files":"False","Can read Sharepoint sites and files":"True","#
                + #""Can use code interpreter":"False","Contains uploaded files":"False","Custom actions":"0","#
                + #""Description":"Says \"hi\"","Developer Name":"Contoso","Last updated":"2026-02-03 10:11:12Z","#
                + #""Sensitivity":"None","Sharepoint sites":"https://contoso/sites/hr","Supported in":"Copilot;Teams","#
                + #""Type":"Custom","Version":"1.2"}"#
        )
        #expect(file.notes == [[]])
    }

    @Test(arguments: ["Name,Title ID", "title_id;NAME", "Agent name,Title ID,Active Users,Last Activity Date"])
    func `a title and a name are enough, in any order`(_ header: String) throws {
        #expect(try ListFile("\(header)\n").format == "agents-csv")
    }

    @Test(arguments: ["Name,Version", "Title ID,Version", "Name,Title", ""])
    func `without either it is no list of agents`(_ header: String) {
        #expect(AgentsLayout(header: titles(header)) == nil)
    }

    @Test func `an agent without a title id is rejected, a bad date is kept`() throws {
        let file = try ListFile("Title ID,Name,Date created,Last updated\n ,Nobody,,\nT1,,soon,2026-02-03\nT2,B\n")
        #expect(file.rejections == [.missingTitleID])
        #expect(file.agents.map(\.titleID) == ["T1", "T2"])
        #expect(file.agents.map(\.name) == [nil, "B"])
        #expect(file.agents.map(\.createdDay) == [nil, nil])
        #expect(file.agents.map(\.updatedDay) == [20_487, nil])
        #expect(file.agents.map(\.attributes) == [#"{"Date created":"soon"}"#, nil])
        #expect(file.notes == [[.unreadableDate], [.raggedRow]])
    }

    @Test func `a declared list of agents needs title ids alone`() throws {
        let file = try ListFile(Array("Title ID,Version\nT1,2\n".utf8), declaredAs: "agents-csv")
        #expect(file.agents.map(\.attributes) == [#"{"Version":"2"}"#])
    }
}

import Testing

@testable import AuditRecords

struct PolicyRestrictionTests {
    @Test(
        arguments: [
            (#"[{"PolicyId":"p1","PolicyName":"Block","Rules":[{"RuleId":"r","RuleName":"Rule"}]}]"#, "Block; Rule"),
            (#"{"PolicyName":"Block"}"#, "Block"), (#"[{"PolicyId":"p1","PolicyName":""}]"#, "p1"),
            (#"[{"Rules":[{"RuleId":"r1"},{"RuleName":"b","RuleId":"x"}]}]"#, "b; r1"), (#"[{"Rules":[{}]}]"#, nil),
            (#"[{"policyname":"b"},{"POLICYNAME":"a"},{"PolicyName":"b"}]"#, "a; b"),
            (#""[{\"PolicyName\":\"Text\"}]""#, "Text"), (#"[5,null,{"PolicyName":"Good"},"x"]"#, "Good"),
            (#"[{"PolicyType":"Purview","PolicyOutcomes":["Block"]}]"#, "Purview"),
            (#"[{"PolicyOutcomes":["None","x"]}]"#, nil),
        ] as [(String, String?)]
    )
    func `a policy, a rule or an outcome restricts`(_ json: String, _ names: String?) {
        let restriction = PolicyRestriction(json: json)
        #expect(restriction.isRestricted)
        #expect(restriction.names == names)
    }

    @Test(arguments: [
        "", "null", "5", "true", "[]", "{}", "[{}]", #""""#, #""broken [""#, "broken [", #""5""#,
        #"[[{"PolicyName":"x"}]]"#,
        #"[{"PolicyType":"Purview","PolicyOutcomes":["None"],"AuditLog":""}]"#,
        #"[{"PolicyType":"Purview","PolicyOutcomes":[" none ","NONE"]}]"#, #"[{"PolicyType":"Purview"}]"#,
        #""[{\"PolicyType\":\"Purview\",\"PolicyOutcomes\":[\"None\"],\"AuditLog\":\"{\\u0022PolicyDetails\\u0022:[]}\"}]""#,
        #""\"[{\\\"PolicyName\\\":\\\"twice\\\"}]\"""#,
    ])
    func `everything else says nothing`(_ json: String) {
        let restriction = PolicyRestriction(json: json)
        #expect(!restriction.isRestricted)
        #expect(restriction.names == nil)
    }
}

import Testing

@testable import CSVExports

struct SubscribedSKUsTests {
    @Test func `products come with their seats`() throws {
        let file = try ListFile(
            #"""
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#subscribedSkus","value":[
              {"accountName":"contoso","appliesTo":"User","capabilityStatus":"Enabled","consumedUnits":12,
               "id":"t_639dec6b-bb19-468b-871c-c5c441c4b0cb","skuId":"639DEC6B-bb19-468b-871c-c5c441c4b0cb",
               "skuPartNumber":"Microsoft_365_Copilot",
               "prepaidUnits":{"enabled":25,"suspended":1,"warning":2,"lockedOut":0},
               "servicePlans":[{"servicePlanId":"p","servicePlanName":"M365_COPILOT_APPS"}]},
              {"skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06","skuPartNumber":"SPE_E5","consumedUnits":0,
               "prepaidUnits":{"enabled":0,"suspended":null,"new":4},"servicePlans":[{"servicePlanName":"TEAMS1"}]},
              {"skuId":"16ebc4ee-1bb5-47dd-8120-11324bc54e06","servicePlans":[{"servicePlanName":"Copilot_Chat"}]}
            ]}
            """#
        )
        #expect(file.format == "graph-licenses-json")
        #expect(file.contents?.subjects == .seats)
        let skus = file.skus
        #expect(skus.map(\.sku) == [copilot, otherID, "16ebc4ee-1bb5-47dd-8120-11324bc54e06"])
        #expect(skus[0].skuID == copilotID)
        #expect(skus.map(\.partNumber) == ["Microsoft_365_Copilot", "SPE_E5", nil])
        #expect(skus.map(\.capabilityStatus) == ["Enabled", nil, nil])
        #expect(skus.map(\.consumedCount) == [12, 0, nil])
        #expect(skus.map(\.enabledCount) == [25, 0, nil])
        #expect(skus.map(\.suspendedCount) == [1, nil, nil])
        #expect(skus.map(\.warningCount) == [2, nil, nil])
        #expect(skus.map(\.lockedOutCount) == [0, nil, nil])
        #expect(skus.map(\.hasCopilotName) == [true, false, true])
        #expect(
            skus[0].extra == #"{"accountName":"contoso","appliesTo":"User","#
                + #""id":"t_639dec6b-bb19-468b-871c-c5c441c4b0cb","#
                + #""servicePlans":[{"servicePlanId":"p","servicePlanName":"M365_COPILOT_APPS"}]}"#
        )
        #expect(skus[1].extra?.contains(#""prepaidUnits":{"enabled":0,"suspended":null,"new":4}"#) == true)
        #expect(file.notes == [[], [], []])
        #expect(file.pages.map(\.hasNextPage) == [false])
    }

    @Test func `a wrong type costs its property, and a product without an id is rejected`() throws {
        let file = try ListFile(
            #"[{"skuId":"\#(otherID)","consumedUnits":"12","prepaidUnits":{"enabled":-1,"warning":1.5,"suspended":3},"#
                + #""skuPartNumber":7,"servicePlans":"none"},{"skuPartNumber":"X","consumedUnits":1},"#
                + #"{"skuId":"SPE_E5","consumedUnits":1},{"skuId":"\#(otherID)","prepaidUnits":5}]"#
        )
        #expect(file.rejections == [.missingSKU, .missingSKU])
        let sku = try #require(file.skus.first)
        #expect(
            sku.consumedCount == nil && sku.enabledCount == nil && sku.warningCount == nil && sku.suspendedCount == 3
        )
        #expect(
            sku.extra == #"{"consumedUnits":"12","prepaidUnits":{"enabled":-1,"warning":1.5,"suspended":3},"#
                + #""servicePlans":"none","skuPartNumber":7}"#
        )
        #expect(file.skus.last?.extra == #"{"prepaidUnits":5}"#)
        #expect(file.notes == [[.unreadableField], [.unreadableField]])
    }
}

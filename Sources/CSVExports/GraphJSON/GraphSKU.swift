import UsageFormats

/// Reads a product that a tenant subscribes to, one member after the other.
///
/// A member of another type than it should have costs its property, which then is not told, and stays in `extra`.
struct GraphSKU {
    private var sku = SubscribedSKU()
    private var extra = JSONObjectText()
    private var isReadable = true

    private init() {}

    /// Reads the product that an object is, of which some things were noted already.
    static func read(_ object: inout GraphObject, _ notes: [ListNote]) throws(ListRejection) -> ListRowResult {
        var product = GraphSKU()
        for member in object.members where !member.isAnnotation {
            let isKept = !member.isRepeated && product.keep(member, of: &object)
            if !isKept, !object.isNull(member.node) { product.extra.add(member.name, json: object.json(member.node)) }
        }
        guard !product.sku.skuID.isEmpty else {
            throw ListRejection(code: .missingSKU, description: "The element has no SKU id; expected a GUID 'skuId'.")
        }
        product.sku.extra = product.extra.text
        return .subscribedSKU(product.sku, notes: product.isReadable ? notes : notes + [.unreadableField])
    }

    /// Puts a member where it belongs; false when it says more than that place holds.
    private mutating func keep(_ member: GraphObject.Member, of object: inout GraphObject) -> Bool {
        switch member.key {
        case "skuid":
            guard case .value(let id) = readable(object.text(member.node)), GUIDText.parse(id) != nil else {
                return false
            }
            sku.skuID = id.lowercased()
        case "skupartnumber":
            guard case .value(let name) = readable(object.text(member.node)) else { return false }
            sku.partNumber = name
            if name.lowercased().contains("copilot") { sku.hasCopilotName = true }
        case "capabilitystatus":
            guard case .value(let status) = readable(object.text(member.node)) else { return false }
            sku.capabilityStatus = status
        case "consumedunits":
            guard case .value(let count) = readable(object.count(member.node)) else { return false }
            sku.consumedCount = count
        case "prepaidunits":
            return keepSeats(member.node, of: &object)
        case "serviceplans":
            findCopilotPlan(member.node, of: &object)
            return false
        default:
            return false
        }
        return true
    }

    private mutating func keepSeats(_ node: JSONNode, of object: inout GraphObject) -> Bool {
        let members = object.innerMembers(node)
        if members.isEmpty, !object.isNull(node) { isReadable = false }
        var isWhole = !members.isEmpty
        for member in members where !member.isAnnotation {
            let count: Int? = if case .value(let count) = object.count(member.node) { count } else { nil }
            switch member.key {
            case "enabled": sku.enabledCount = count
            case "suspended": sku.suspendedCount = count
            case "warning": sku.warningCount = count
            case "lockedout": sku.lockedOutCount = count
            default:
                isWhole = isWhole && object.isNull(member.node)
                continue
            }
            if count == nil, !object.isNull(member.node) {
                isReadable = false
                isWhole = false
            }
        }
        return isWhole
    }

    private mutating func findCopilotPlan(_ node: JSONNode, of object: inout GraphObject) {
        guard case .value(let plans) = readable(object.elements(node)) else { return }
        for plan in plans {
            for member in object.innerMembers(plan) where member.key == "serviceplanname" {
                guard case .value(let name) = object.text(member.node) else { continue }
                if name.lowercased().contains("copilot") { sku.hasCopilotName = true }
            }
        }
    }

    private mutating func readable<Value>(_ reading: GraphObject.Reading<Value>) -> GraphObject.Reading<Value> {
        if case .unreadable = reading { isReadable = false }
        return reading
    }
}

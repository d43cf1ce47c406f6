/// The seed of a tenant, from which every other number is derived.
///
/// Derived values depend on what they are for and on a number, never on what was drawn before:
/// record 17 looks the same however many records there are beside it.
struct TenantSeed: Sendable {
    /// What a derived value is for.
    enum Purpose: UInt64 {
        case population = 1
        case plan, record, recordID, objectID, resource, thread, conversation, message, agent, label, presence, token
        case order, page, admin, shape, career, lateness, concealed, inventory
    }

    /// The seed given by the caller.
    let value: UInt64

    /// The value for a purpose and a number.
    func derived(for purpose: Purpose, _ number: UInt64 = 0) -> UInt64 {
        let base = RandomSource.scramble(value &+ purpose.rawValue &* 0x9E37_79B9_7F4A_7C15)
        return RandomSource.scramble(base ^ RandomSource.scramble(number &+ 0xD1B5_4A32_D192_ED03))
    }

    /// A stream of random numbers for a purpose and a number.
    func random(for purpose: Purpose, _ number: UInt64 = 0) -> RandomSource {
        RandomSource(seed: derived(for: purpose, number))
    }

    /// A GUID for a purpose and a number; different numbers give different GUIDs.
    func guid(for purpose: Purpose, _ number: UInt64) -> SampleGUID {
        let high = derived(for: purpose, number)
        return SampleGUID(high: high, low: RandomSource.scramble(high ^ number &* 0xA24B_AED4_963E_E407))
    }
}

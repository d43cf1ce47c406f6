/// A column's title or a property's name, found under one key whatever its case, blanks and punctuation.
struct FoldedTitle {
    /// Letters and digits only, lower case.
    let key: String

    private let title: String
    /// Where each letter of the key comes from.
    private let origins: [String.Index]

    init(_ title: String) {
        var key = ""
        var origins: [String.Index] = []
        for index in title.indices where title[index].isLetter || title[index].isNumber {
            for letter in title[index].lowercased() {
                key.append(letter)
                origins.append(index)
            }
        }
        self.key = key
        self.title = title
        self.origins = origins
    }

    /// The title without what so many letters of the key at its ends come from.
    func text(droppingFirst first: Int, last: Int) -> String {
        let rest = origins.dropFirst(first).dropLast(last)
        guard let start = rest.first, let end = rest.last else { return "" }
        return String(title[start...end])
    }
}

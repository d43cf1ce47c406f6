/// Names for people, each with its spelling in a user principal name.
enum PersonNames {
    /// The domain of the tenant's members.
    static let domain = "contoso.com"
    /// The domain that Microsoft gave the tenant; guests have their names there.
    static let initialDomain = "contoso.onmicrosoft.com"
    /// The domains that guests come from.
    static let guestDomains = ["fabrikam.com", "adatum.com", "tailspintoys.com", "northwindtraders.co.uk"]

    static let given = [
        "Aaliyah", "Adrian", "Aiko", "Alexandra", "Amara", "Andrés", "Anneke", "Arjun", "Astrid", "Beatriz", "Bjørn",
        "Camille", "Carlos", "Chiara", "Chloé", "Dariusz", "Divya", "Dmitri", "Eleni", "Emeka", "Esra", "Fatima",
        "Felix", "Finn", "Gabriela", "Giulia", "Hannah", "Hiroshi", "Ines", "Ivana", "Jasper", "Jürgen", "Kamal",
        "Katarzyna", "Keiko", "Lars", "Leila", "Liam", "Lucía", "Magnus", "Malik", "Marek", "Mei", "Milan", "Mónica",
        "Nadia", "Nikhil", "Noor", "Olga", "Omar", "Pedro", "Petra", "Priya", "Quentin", "Rania", "Ravi", "Rosa",
        "Sanjay", "Sigrid", "Sören", "Tamara", "Tariq", "Ulla", "Valentina", "Wei", "Yara", "Yusuf", "Zoë",
    ]
    static let surnames = [
        "Abbott", "Achterberg", "Adeyemi", "Andersson", "Banerjee", "Barros", "Becker", "Bianchi", "Blomqvist",
        "Carvalho", "Castillo", "Chandra", "Choi", "Costa", "Dahl", "de Vries", "Dubois", "Eriksen", "Farouk",
        "Fernández", "Fischer", "Fontaine", "Gallagher", "García", "Grünwald", "Haddad", "Halvorsen", "Hashimoto",
        "Hoffmann", "Ibrahim", "Ito", "Jansen", "Jovanović", "Kapoor", "Keller", "Kim", "Kowalski", "Krause",
        "Lindqvist", "Lombardi", "López", "MacKenzie", "Marchetti", "Mbeki", "Meier", "Moreau", "Müller", "Nakamura",
        "Nguyen",
        "Novák", "O'Brien", "Okafor", "Oliveira", "Papadopoulos", "Pereira", "Petrov", "Quist", "Ramos", "Rossi",
        "Sánchez", "Schäfer", "Silva", "Sørensen", "Takahashi", "Thomsen", "Ueda", "van Dijk", "Visser", "Weiß",
        "Wójcik", "Yamada", "Yilmaz", "Zhang", "Ziegler",
    ]

    /// A name in plain ASCII letters, as in a mail address: `Jürgen O'Brien` gives `Juergen.OBrien`.
    static func mailName(given: String, surname: String) -> String {
        ascii(given) + "." + ascii(surname)
    }

    private static func ascii(_ name: String) -> String {
        var result = ""
        for character in name {
            switch character {
            case "ä": result += "ae"
            case "ö", "ø": result += "oe"
            case "ü": result += "ue"
            case "ß": result += "ss"
            case "é", "ë": result += "e"
            case "á": result += "a"
            case "í": result += "i"
            case "ó": result += "o"
            case "ć": result += "c"
            case _ where character.isASCII && character.isLetter: result.append(character)
            default: break
            }
        }
        return result
    }
}

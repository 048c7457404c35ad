/// What can be wrong with the JSON text and the types of its values, which the specification's JSON schemas fix.
extension Finding.Code {
    static let schema: [Self] = [
        arrayLengthNotInList, arrayTypeMismatch, duplicateElements, emptyEntity, invalidIndex, invalidJSON, invalidURI,
        oneOfMismatch, patternMismatch, typeMismatch, undefinedProperty, unexpectedProperty, unsatisfiedDependency,
        valueMultipleOf, valueNotInList, valueNotInRange,
    ]

    static let arrayLengthNotInList = Self(
        "ARRAY_LENGTH_NOT_IN_LIST",
        what: "An array has a length that is not allowed here.",
        why: "A colour, a vector or a matrix needs exactly its number of components.",
        mend: "Write as many numbers as the property asks for.")

    static let arrayTypeMismatch = Self(
        "ARRAY_TYPE_MISMATCH",
        what: "An element of an array has the wrong type.",
        why: "Readers expect all elements to be alike; many stop at the first one that is not.",
        mend: "Write elements of the type that the property asks for.")

    static let duplicateElements = Self(
        "DUPLICATE_ELEMENTS",
        what: "An array that must hold different elements holds one twice.",
        why: "A node listed twice, for example, would be drawn twice or break the hierarchy.",
        mend: "Remove the repeated element.")

    static let emptyEntity = Self(
        "EMPTY_ENTITY",
        what: "An array or object is empty that must not be.",
        why: "What is empty is to be left out; readers may rely on a first element.",
        mend: "Leave the property out.")

    static let invalidIndex = Self(
        "INVALID_INDEX",
        what: "An index is not a whole number from 0 up.",
        why: "Objects refer to each other by their place in the document's arrays; -1 does not mean \"none\".",
        mend: "Leave the property out where nothing is meant.")

    static let invalidJSON = Self(
        "INVALID_JSON",
        what: "The document is not valid JSON, or an object states the same property twice.",
        why: "A text that is not JSON cannot be read at all; of repeated properties, readers take different ones.",
        mend: "Correct the text at the stated place, or export the model again.")

    static let invalidURI = Self(
        "INVALID_URI",
        what: "A URI is not well formed, or the data in it has another format than it states.",
        why: "The resource cannot be found, or its data cannot be decoded.",
        mend: "Percent-encode special characters, check the base64 text, or pack everything into a GLB.")

    static let oneOfMismatch = Self(
        "ONE_OF_MISMATCH",
        what: "Of several properties exactly one must be there, but none or more than one is.",
        why: "An image, for example, has either a URI or a buffer view; with both, readers choose differently.",
        mend: "Keep the one that is right.")

    static let patternMismatch = Self(
        "PATTERN_MISMATCH",
        what: "A string does not have the form that it must have.",
        why: "Readers take it apart, such as a version into its two numbers, and fail.",
        mend: "Write it in the form that the message states.")

    static let typeMismatch = Self(
        "TYPE_MISMATCH",
        what: "A value has the wrong JSON type.",
        why: "Readers ignore the value or refuse the file.",
        mend: "Write a value of the type that the message states; a number in quotation marks is a string.")

    static let undefinedProperty = Self(
        "UNDEFINED_PROPERTY",
        what: "A property that must be there is missing.",
        why: "There is no default for it, so the object cannot be used.",
        mend: "Add the property.")

    static let unexpectedProperty = Self(
        "UNEXPECTED_PROPERTY", .warning,
        what: "The specification knows no property of this name here.",
        why: "Readers ignore it; it may be a misspelling of one that matters.",
        mend: "Correct the name, or move the application's own data into \"extras\".")

    static let unsatisfiedDependency = Self(
        "UNSATISFIED_DEPENDENCY",
        what: "A property is there without another one on which it depends.",
        why: "Alone it has no meaning: a skin without a mesh, an offset without a buffer view.",
        mend: "Add the other property or remove this one.")

    static let valueMultipleOf = Self(
        "VALUE_MULTIPLE_OF",
        what: "A number is not a multiple of what it must be a multiple of.",
        why: "Graphics cards read vertices at multiples of four bytes.",
        mend: "Pad the data so that the number fits.")

    static let valueNotInList = Self(
        "VALUE_NOT_IN_LIST", .warning,
        what: "A value is none of those that the specification lists.",
        why: "Readers take the default instead, or refuse the object.",
        mend: "Use one of the listed values; some need an extension to be declared.")

    static let valueNotInRange = Self(
        "VALUE_NOT_IN_RANGE",
        what: "A number is too small or too large.",
        why: "Outside the range the value has no meaning: a colour above 1, a length of 0 bytes.",
        mend: "Write a number within the range.")
}

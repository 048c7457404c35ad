// Numbers, and lists of numbers and strings.

extension SchemaWalk {
    func isInteger(_ value: JSONValue, in range: ClosedRange<Int>, multipleOf factor: Int) -> Bool {
        guard let integer = value.integer else {
            // Whole numbers beyond 64 bits are numbers of the right type, though of no use.
            guard value.kind == .number else { return mismatch(value.place, "an integer") }
            guard let double = value.double else { return outOfRange(value.place, "finite") }
            guard double == double.rounded() else { return mismatch(value.place, "an integer") }
            return range.upperBound == Int.max && double > 0 || outOfRange(value.place, "a number of 64 bits")
        }
        guard range.contains(integer) else {
            return outOfRange(
                value.place,
                range.upperBound == Int.max
                    ? "\(range.lowerBound) or greater" : "from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer.isMultiple(of: factor)
            || report(.valueMultipleOf, value.place, "\(integer) is not a multiple of \(factor)")
    }

    func isNumber(_ value: JSONValue, in range: NumberRange) -> Bool {
        guard value.kind == .number else { return mismatch(value.place, "a number") }
        guard let number = value.double, range.contains(number) else { return outOfRange(value.place, range.text) }
        return true
    }

    /// The elements of an array that must not be empty; nil if it is none.
    func elements(of value: JSONValue) -> JSONValue.Elements? {
        guard value.kind == .array else {
            mismatch(value.place, "an array")
            return nil
        }
        if value.count == 0 {
            report(.emptyEntity, value.place, "the array must not be empty")
            return nil
        }
        return value.elements
    }

    func areNumbers(_ array: JSONValue, count: ClosedRange<Int>, in range: NumberRange) -> Bool {
        guard array.kind == .array else { return mismatch(array.place, "an array") }
        // Where any number of elements is allowed, none is still too few.
        if count.upperBound == Int.max, elements(of: array) == nil { return false }
        guard count.contains(array.count) else {
            let allowed = count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
            return report(.arrayLengthNotInList, array.place, "\(array.count) elements instead of \(allowed)")
        }
        var isValid = true
        for element in array.elements {
            if element.kind != .number {
                isValid = wrongElement(element, of: array, "a number")
            } else if element.double.map({ !range.contains($0) }) ?? true {
                isValid = outOfRange(element.place, range.text)
            }
        }
        return isValid
    }

    func areUniqueStrings(_ array: JSONValue) -> Bool {
        guard let elements = elements(of: array) else { return false }
        var seen: Set<String> = []
        var isValid = true
        for element in elements {
            if let string = element.string {
                // The strings before and after it still count.
                if !seen.insert(string).inserted { duplicate(element.place) }
            } else {
                isValid = wrongElement(element, of: array, "a string")
            }
        }
        return isValid
    }
}

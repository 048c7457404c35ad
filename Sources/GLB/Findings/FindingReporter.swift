/// Something that takes findings about a document's JSON: who decodes a document, and who validates it, have rules in
/// common.
protocol FindingReporter: AnyObject {
    /// Reports something about a value, or about one of an object's members, which may be absent.
    func report(_ code: Finding.Code, at place: JSONPlace, member: String?, _ message: @autoclosure () -> String)
}

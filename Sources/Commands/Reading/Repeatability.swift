import Catalog
import Library
import MeshyAPI

/// Whether a model can be made again, as `show` says it.
struct Repeatability {
    /// Whether it can be made at all.
    let isPossible: Bool
    /// Whether exactly what was recorded would be sent.
    let isExact: Bool
    /// The day from which the service refuses the request as it is; nil if no end was announced.
    let refusedFrom: Day?
    /// What changes, what is made again too, what will end; or why it is not possible.
    let remarks: [String]

    /// Looks at a model's request; nil for files of which nobody ever knew one.
    init?(_ detail: ModelDetail, library: Library, retirements: RetirementTable) {
        do {
            let regeneration = try library.regenerate(detail.model.id, retirements: retirements)
            isPossible = true
            isExact = regeneration.isExact
            refusedFrom = regeneration.refusedFrom
            remarks =
                regeneration.changes.map(\.description) + regeneration.remarks
                + regeneration.notices.map(\.description)
                + (regeneration.sourceDeadline.map { ["the service keeps what it was made from until \($0)"] } ?? [])
        } catch RegenerationError.notRecorded(_, Kind.imported.rawValue) {
            return nil
        } catch {
            isPossible = false
            isExact = false
            refusedFrom = nil
            remarks = ["\(error)"]
        }
    }

    /// A sentence for people.
    var words: String {
        let verdict: String
        if !isPossible {
            verdict = "no"
        } else if let refusedFrom {
            verdict = "\(isExact ? "as it was" : "with changes"), before \(refusedFrom)"
        } else {
            verdict = isExact ? "as it was" : "with changes"
        }
        return ([verdict] + remarks).joined(separator: "; ")
    }
}

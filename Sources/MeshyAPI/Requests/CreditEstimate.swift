/// What a request will cost, by the service's price list (`https://docs.meshy.ai/api/pricing`, November 2026).
package struct CreditEstimate: Equatable, Sendable {
    /// One line of the bill.
    package struct Item: Equatable, Sendable {
        /// What it is for.
        package let what: String
        /// How many credits.
        package let credits: Int
    }

    /// The lines of the bill.
    package fileprivate(set) var items: [Item] = []
    /// What it may cost beyond ``credits`` where the service's pages disagree or the AI model is not on the list.
    package fileprivate(set) var uncertainty = 0

    /// What it most likely costs.
    package var credits: Int { items.reduce(0) { $0 + $1.credits } }
    /// What it costs at worst: what a cap must hold back.
    package var atMost: Int { credits + uncertainty }

    fileprivate init(_ what: String, _ credits: Int) {
        items = [Item(what: what, credits: credits)]
    }

    fileprivate mutating func add(_ what: String, _ credits: Int) {
        items.append(Item(what: what, credits: credits))
    }
}

extension CreditEstimate: CustomStringConvertible {
    /// The sum, and how it comes about.
    package var description: String {
        var text = "\(credits) \(credits == 1 ? "credit" : "credits")"
        if uncertainty > 0 { text += " (perhaps \(atMost))" }
        return items.count > 1
            ? text + ": " + items.map { "\($0.credits) for \($0.what)" }.joined(separator: ", ") : text
    }
}

extension TaskRequest {
    /// What the request will cost. Reading, listing, deleting and failed tasks cost nothing.
    package var estimatedCredits: CreditEstimate {
        switch kind {
        case .textTo3DPreview: previewCredits
        case .textTo3DRefine: texturedCredits("the texture", 10)
        case .imageTo3D, .multiImageTo3D: imageCredits
        case .retexture: texturedCredits("the texture", 10)
        case .remesh: CreditEstimate("the mesh", 5)
        case .convert: CreditEstimate("the conversion", 1)
        case .resize: CreditEstimate("the size", 1)
        case .uvUnwrap: CreditEstimate("the texture coordinates", 5)
        case .rigging: CreditEstimate("the skeleton", 5)
        case .animation:
            CreditEstimate("the clips, 3 each", 3 * max(1, self[.actionIDs]?.count ?? 1))
        case .textToMotion: CreditEstimate("the clip", self[.motionMode] == .swift ? 3 : 10)
        case .textToImage, .imageToImage: pictureCredits
        case .printAnalyze: CreditEstimate("the report", 0)
        case .printRepair: CreditEstimate("the repair", 10)
        case .printMultiColor: CreditEstimate("the colours", 10)
        }
    }

    private var previewCredits: CreditEstimate {
        if isSmall || ["meshy-5", "meshy-4", "meshy-3"].contains(self[.aiModel]) {
            return CreditEstimate("the shape", 5)
        }
        return withGeometry(withDoubt(CreditEstimate("the shape", 20), dearest: 20))
    }

    private var imageCredits: CreditEstimate {
        let isTextured = self[.shouldTexture] != false
        var estimate = CreditEstimate("the shape", isSmall ? 5 : 20)
        if isTextured { estimate.add("the texture", 10) }
        if isTextured, self[.textureResolution] == .eightK { estimate.add("8K", 5) }
        if isSmart {
            // The price list and the help centre differ by ten credits without a texture, by five with one.
            estimate.uncertainty = isTextured ? 5 : 10
            return estimate
        }
        return withGeometry(withDoubt(estimate, dearest: 20))
    }

    private func texturedCredits(_ what: String, _ credits: Int) -> CreditEstimate {
        var estimate = CreditEstimate(what, credits)
        if self[.textureResolution] == .eightK { estimate.add("8K", 5) }
        return estimate
    }

    private var pictureCredits: CreditEstimate {
        let model = self[.aiModel] ?? ""
        switch model {
        case "nano-banana": return CreditEstimate("the picture", 3)
        case "nano-banana-2": return CreditEstimate("the picture", 6)
        case "nano-banana-pro": return CreditEstimate("the picture", 9)
        default:
            var estimate = CreditEstimate("the picture", kind == .imageToImage ? 12 : 9)
            if !model.hasPrefix("gpt-image-2") { estimate.uncertainty = 12 }
            return estimate
        }
    }

    private var isSmart: Bool { self[.modelType] == .smartTopology }

    private var isSmall: Bool { isSmart || self[.aiModel] == "meshy-6-lite" }

    private func withGeometry(_ estimate: CreditEstimate) -> CreditEstimate {
        guard self[.ultraMode] == true || [.twoK, .fourK].contains(self[.geometryResolution]), !isSmall else {
            return estimate
        }
        var estimate = estimate
        estimate.add("the fine geometry", 5)
        return estimate
    }

    /// A model that is not on the price list may cost as much again as the dearest that is.
    private func withDoubt(_ estimate: CreditEstimate, dearest: Int) -> CreditEstimate {
        guard let model = self[.aiModel], !["latest", "meshy-7.1", "meshy-7", "meshy-6"].contains(model), !isSmall
        else {
            return estimate
        }
        var estimate = estimate
        estimate.uncertainty = dearest
        return estimate
    }
}

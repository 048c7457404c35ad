extension Recipe {
    /// For prompts that name nothing known: a smooth ornament on a plinth, different for every seed.
    static let idol = Recipe(name: "idol", words: []) { brief, random in
        var idol = Sculpture()
        idol.add(.sphere(0.5), brief.material(.plain(brief.colour(Colour(0x5A8FA8), &random))))
        return idol
    }
}

extension Budget {
    /// The budgets that come with the program, as they are written.
    package static let shipped: [(name: String, text: String)] = [
        ("web", PackageResources.web_yaml), ("mobile-ar", PackageResources.mobile_ar_yaml),
        ("quick-look", PackageResources.quick_look_yaml), ("game-prop", PackageResources.game_prop_yaml),
        ("game-hero", PackageResources.game_hero_yaml), ("roblox", PackageResources.roblox_yaml),
        ("roblox-accessory", PackageResources.roblox_accessory_yaml), ("vr", PackageResources.vr_yaml),
        ("print-fdm", PackageResources.print_fdm_yaml), ("print-resin", PackageResources.print_resin_yaml),
    ].map { ($0, String(decoding: $1, as: UTF8.self)) }

    /// The budget that comes with the program under a name; nil if there is none.
    package static func shipped(_ name: String) throws(BudgetError) -> Budget? {
        guard let text = shipped.first(where: { $0.name == name })?.text else { return nil }
        return try Budget(parsing: text)
    }
}

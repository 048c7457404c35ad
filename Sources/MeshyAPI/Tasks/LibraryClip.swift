/// A clip in the service's animation library.
package struct LibraryClip: Hashable, Sendable {
    /// Its number, as `action_id` wants it.
    package let id: Int
    /// Its name for people.
    package let name: String
    /// Its name in merged files.
    package let key: String?
    /// What it belongs to, such as `Fighting`.
    package let category, subcategory: String?
    /// A moving picture of it.
    package let previewURL: String?

    init?(_ json: JSON) {
        guard let id = (json["action_id"] ?? json["id"])?.integer else { return nil }
        self.id = id
        name = json["name"]?.text ?? "\(id)"
        key = json["key"]?.text
        category = json["category"]?.text
        subcategory = (json["sub_category"] ?? json["subCategory"])?.text
        previewURL = (json["preview_url"] ?? json["previewUrl"])?.text
    }

    /// The clips in an answer; whether the array is bare or wrapped is documented nowhere.
    static func list(in json: JSON) -> [LibraryClip] {
        let wrapped = json["result"] ?? json["data"] ?? json
        return (wrapped["list"] ?? wrapped).elements.compactMap(LibraryClip.init)
    }
}

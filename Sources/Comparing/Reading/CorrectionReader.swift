/// Reads the corrections of a report's page.
enum CorrectionReader {
  static func corrections(_ page: Element) -> [PublishedCorrection] {
    (page.first("ul", "corrections")?.children ?? []).map { item in
      let date = item.first("time")?.text ?? ""
      let place = item.first("a")?.text ?? ""
      let text = item.text.dropFirst(date.count).trimmingPrefix(" ").dropFirst(place.count)
      return PublishedCorrection(date: date, place: place, text: String(text))
    }
  }
}

/// A file of a report as the description of a dataset lists it (schema.org `DataDownload`).
struct DownloadEntry {
  /// The entry with the file's name for its address.
  private let json: [UInt8]
  /// Where in it the address begins.
  private let address: Int

  /// The entry of a file whose name is ASCII and needs no escapes.
  init(name: String, file: String, type: String) {
    var entry = JSONObject(onLines: false)
    entry.add("@type", "DataDownload")
    entry.add("name", name)
    entry.add("encodingFormat", type)
    entry.add("contentUrl", file)
    json = entry.finish()
    address = json.count - file.utf8.count - "\"}".utf8.count
  }

  /// The entry of the file in a folder with this address; relative to the page for an empty one.
  func json(at folder: [UInt8]) -> [UInt8] {
    folder.isEmpty ? json : json[..<address] + folder + json[address...]
  }

  /// The workbook with all tables.
  static let workbook = DownloadEntry(
    name: "全部表格", file: ReportDownloads.workbookFile,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  /// The file with everything for programs.
  static let data = DownloadEntry(
    name: "全部数据", file: ReportDownloads.dataFile, type: "application/json")
  /// The description of the CSV files.
  static let package = DownloadEntry(
    name: "CSV 文件说明（Tabular Data Package）", file: ReportDownloads.packageFile,
    type: "application/json")
}

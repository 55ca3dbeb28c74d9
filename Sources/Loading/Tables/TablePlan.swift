import Budget

/// What filling a form asks of it for each row or cell, found out once for all files.
struct TablePlan: Sendable {
  /// The form.
  let form: Form
  /// What each of its columns holds.
  let kinds: [Column.Kind]
  /// Its lists.
  let listings: [ListingPlan]

  /// The plan for filling `form`.
  init(_ form: Form) {
    self.form = form
    kinds = form.columns.map(\.kind)
    listings = form.listings.indices.map { ListingPlan(of: form, index: $0) }
  }
}

/// What arranging the rows of one of a form's lists asks of the form.
///
/// Immutable, and a class because every table that fills the form shares it.
final class ListingPlan: Sendable {
  /// The list's form.
  let listing: ListingForm
  /// The list's columns that readers see.
  let shownColumns: [Int]
  /// Those of them that hold words or codes.
  let wordColumns: [Int]
  /// Those of them that hold amounts.
  let amountColumns: [Int]
  /// The columns of words that hold amounts in the ``amountRows``.
  let valueColumns: [Int]
  /// The columns of which the first that is not blank heads a row, for messages.
  let headColumns: [Int]
  /// The column whose indentation the hierarchy goes by, if it does.
  let indentedColumn: Int?
  /// The plain words of the closing rows' labels; they are few.
  let closingLabels: [String]
  /// The keys of rows that head the ones below.
  let headings: Set<ExactText>
  /// The keys of rows whose value is an amount.
  let amountRows: Set<ExactText>

  /// The plan for the list of `form` with this index.
  init(of form: Form, index: Int) {
    let listing = form.listings[index]
    self.listing = listing
    let shown = form.columns.indices.filter {
      form.columns[$0].listing == index && form.columns[$0].isShown
    }
    shownColumns = shown
    amountColumns = shown.filter { form.columns[$0].kind == .amount }
    wordColumns = shown.filter { form.columns[$0].kind != .amount }
    valueColumns = shown.filter { form.columns[$0].kind == .value }
    headColumns = [listing.label].compactMap { $0 } + listing.key + wordColumns + shown
    indentedColumn =
      listing.hierarchy == .indentation ? listing.label ?? listing.key.first : nil
    closingLabels = listing.closing.map { LabelText.plain($0.label) }
    headings = Set(listing.headingRows.map { ExactText(LabelText.key($0)) })
    amountRows = Set(listing.amountRows.map { ExactText(LabelText.key($0)) })
  }
}

import ArgumentParser

/// The statuses with which the command ends besides success.
enum Exit {
  /// The content has errors; nothing was published.
  static let contentErrors = ExitCode(1)
  /// A comparison found that published figures differ.
  static let figuresDiffer = ExitCode(1)
  /// The arguments name nothing that there is; the status of all wrong usage.
  static let usage = ExitCode.validationFailure
  /// The environment failed: disk, permission, missing folder.
  static let environment = ExitCode(2)
}

extension CheckRun {
  mutating func checkTableWriting() {}
}

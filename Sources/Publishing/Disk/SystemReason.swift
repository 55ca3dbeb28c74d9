#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why the system refused something.
public enum SystemReason {
  /// What an error number means, in Chinese where it is common.
  public static func words(_ code: CInt) -> String {
    switch code {
    case ENOENT: "没有这个文件或文件夹"
    case ENOTDIR: "它不是文件夹"
    case EISDIR: "它是文件夹"
    case EEXIST: "已经有同名的文件或文件夹"
    case ENOTEMPTY: "文件夹里还有东西"
    case EACCES, EPERM: "没有权限"
    case EROFS: "磁盘是只读的"
    case EBUSY, ETXTBSY: "它正在使用中"
    case ENOSPC: "磁盘已满"
    case EDQUOT: "超过了磁盘配额"
    case EFBIG: "文件太大"
    case EMFILE, ENFILE: "同时打开的文件太多"
    case EMLINK: "硬链接太多"
    case ELOOP: "它是符号链接"
    case ENAMETOOLONG: "文件夹套得太深，或名称太长"
    case EXDEV: "它在另一个磁盘上"
    case EIO: "磁盘读写出错"
    default: String(cString: strerror(code))
    }
  }
}

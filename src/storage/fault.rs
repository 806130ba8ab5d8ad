//! What can go wrong with the storage, as sentences that say what happened, what is kept, what to do.

use std::fmt;

use crate::draft::file::Refused;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser's quota for this site is used up.
    Full,
    /// The browser gives this page no storage at all.
    Forbidden,
    /// There is no such entry (any more).
    Gone,
    /// Somebody else saved this draft since it was opened here.
    Overtaken,
    /// The entry is there but can't be read; it is left as it is.
    Unreadable(String),
    /// The entry was saved by a newer version of the program; it is left as it is.
    Newer,
    /// The draft inside the entry was refused; it is left as it is.
    Refused(Refused),
    /// Anything else the browser said.
    Other(String),
}

impl fmt::Display for StorageFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StorageFault::Full => out.write_str(
                "浏览器给本页的存储空间已满，最近的修改没有保存。内容仍在这个页面里，请先导出文件，再到“草稿”里删除不用的草稿，并在“最近删除”里永久删除：留在那里的也占空间。",
            ),
            StorageFault::Forbidden => out.write_str(
                "浏览器不允许本页保存数据（可能是无痕模式或单位策略）。内容只在这个页面里，关闭前请导出文件。",
            ),
            StorageFault::Gone => out.write_str("浏览器里已经没有这份草稿，可能被清除了。"),
            StorageFault::Overtaken => {
                out.write_str("这份草稿刚在另一个窗口里改过。两边的内容都保留：本窗口的内容已另存为一份新草稿。")
            }
            StorageFault::Unreadable(_) => {
                out.write_str("这一条保存的内容读不出来，已原样保留，可以下载后查看；其他草稿不受影响。")
            }
            StorageFault::Newer => out.write_str(
                "这份草稿由更新版本的制创自评保存，这里只原样保留、可以下载，不会改动它。请重新载入页面，换用新版本后再打开。",
            ),
            StorageFault::Refused(refused) => write!(out, "这份草稿打不开，已原样保留：{}", refused.reason()),
            StorageFault::Other(words) => write!(out, "浏览器没能保存：{words}。内容仍在这个页面里，请导出文件。"),
        }
    }
}

impl std::error::Error for StorageFault {}

impl StorageFault {
    /// Whether the entry is not this window's to write any more; another entry can be written.
    pub fn is_about_the_entry(&self) -> bool {
        use StorageFault::*;
        matches!(self, Overtaken | Unreadable(_) | Newer | Refused(_))
    }
}

impl From<Refused> for StorageFault {
    fn from(refused: Refused) -> StorageFault {
        match refused {
            Refused::Newer { .. } => StorageFault::Newer,
            refused => StorageFault::Refused(refused),
        }
    }
}

// Speaks when the program can't any more: a trap ends the program, not the page. What was typed is in the
// storage, and in the program's memory, which can still be read.

/** What other scripts find of the page. */
window.zhichuang = {};

/** Watches for the end of the program, which asks for it; `openDraft` gives the open draft's file, as long as it can. */
window.zhichuang.watch = function watch(openDraft) {
  const heed = (error) => {
    if (error instanceof WebAssembly.RuntimeError) say(openDraft);
  };
  addEventListener("error", (event) => heed(event.error));
  addEventListener("unhandledrejection", (event) => heed(event.reason));
};

function say(openDraft) {
  if (document.querySelector(".crash")) return;
  const sign = document.createElement("div");
  sign.className = "crash";
  sign.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.textContent =
    "程序出错，不能继续。已填写的内容都保存在本浏览器里，请重新载入本页；为稳妥起见，可以先下载草稿文件。";
  sign.append(
    words,
    button("下载草稿文件", () => download(openDraft)),
    button("重新载入", () => location.reload()),
  );
  // Typing on would lead nowhere.
  for (const part of document.body.children) part.inert = true;
  document.body.prepend(sign);
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.onclick = act;
  return made;
}

function download(openDraft) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([draft(openDraft)], { type: "application/json" }));
  link.download = "草稿.zhichuang.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

function draft(openDraft) {
  try {
    return openDraft();
  } catch {
    const id = localStorage.getItem("zhichuang:last");
    return JSON.stringify(JSON.parse(localStorage.getItem("zhichuang:draft:" + id)).draft);
  }
}

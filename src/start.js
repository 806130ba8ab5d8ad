// Starts the page. One that can't be started says so on its root element, so that it may tell the reader.
import init from "./zhichuang.js";

init().catch((error) => {
  document.documentElement.dataset.start = "failed";
  throw error;
});

// For other scripts on this page; see docs/library.md.
window.zhichuang = {
  assess: async (draft, today) => {
    const library = await import("../library/zhichuang.js");
    await library.default();
    return library.assess(draft, today);
  },
};

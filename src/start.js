// Starts the page. One that can't be started says so on its root element, so that it may tell the reader.
import init from "./zhichuang.js";

init().catch((error) => {
  document.documentElement.dataset.start = "failed";
  throw error;
});

// Starts the program that Trunk's template names, and says on the page's root element how that goes, so that the
// style tells the reader: of a download that takes long, and of a start that failed. Where not even this script
// runs, it tells that after a while.
document.documentElement.dataset.start = "underway";
const { script, module } = document.querySelector("#program").dataset;
function here(address) {
  return new URL(address, document.baseURI).href;
}

async function start() {
  const loading = import(here(script));
  const answer = await fetch(here(module));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  // Servers that don't know WebAssembly give it another type, or none; browsers compile it as it comes only
  // under its own.
  const isTyped = answer.headers.get("content-type")?.split(";")[0].trim() === "application/wasm";
  const program = await loading;
  await program.default({ module_or_path: isTyped ? answer : await answer.arrayBuffer() });
}

start().catch((error) => {
  document.documentElement.dataset.start = "failed";
  throw error;
});

// For other scripts on this page; see docs/library.md.
window.zhichuang.assess = async function assess(draft, today) {
  const library = await import(here("library/zhichuang.js"));
  await library.default();
  return library.assess(draft, today);
};

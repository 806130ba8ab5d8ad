//! The budget of a first load.

use browser_tests::{Outcome, dist};

/// What a compressing server sends on a first load may be this many bytes.
const BUDGET: usize = 150_000;

#[test]
fn a_first_load_is_within_its_budget() -> Outcome {
    let mut sizes = Vec::new();
    for entry in std::fs::read_dir(dist()?)? {
        let entry = entry?;
        let compressed = brotli(&std::fs::read(entry.path())?)?;
        sizes.push((compressed, entry.file_name().to_string_lossy().into_owned()));
    }
    sizes.sort_unstable();
    let sum: usize = sizes.iter().map(|(size, _)| size).sum();
    let list: Vec<String> = sizes.iter().rev().map(|(size, name)| format!("{size:>8}  {name}")).collect();
    assert!(
        sum <= BUDGET,
        "a first load takes {sum} bytes, {} above its budget:\n{}",
        sum - BUDGET,
        list.join("\n")
    );
    Ok(())
}

/// The size under the strongest brotli, which static servers use for files compressed in advance.
fn brotli(data: &[u8]) -> Outcome<usize> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    Ok(brotli::BrotliCompress(&mut &data[..], &mut std::io::sink(), &parameters)?)
}

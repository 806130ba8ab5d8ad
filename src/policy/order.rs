//! Things in order.

/// Things in the order of a key; those of one key stay as they came. For the lists of this program, of a few dozen things
/// and mostly in order already: each kind that the standard library sorts costs the page 0.8 kB
/// (docs/adr/0012-leptos-serde-trunk.md).
pub fn in_order<T, K: Ord>(all: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for one in all {
        let place = ordered.partition_point(|other| key(other) <= key(&one));
        ordered.insert(place, one);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_of_one_key_stay_as_they_came() {
        let all = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        assert_eq!(in_order(all, |(key, _)| *key), [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert_eq!(in_order([3, 1, 2], |one| std::cmp::Reverse(*one)), [3, 2, 1]);
    }
}

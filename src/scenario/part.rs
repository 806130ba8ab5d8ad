//! A part of the contributions, as it is spoken of: 7 % of the company, half of what one holds.

use rust_decimal::Decimal;

use crate::draft::number::{self, millionths};
use crate::draft::{Draft, EntryId};

/// What a percentage is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOf {
    /// The contributions of all shareholders.
    Company,
    /// What one shareholder holds.
    Holding,
}

/// A percentage as a contribution in 万元, to the millionth. None where what it is a part of is not known: a shareholder has
/// no contribution yet, or there is none.
pub fn contribution(draft: &Draft, seller: &EntryId, of: PartOf, percent: Decimal) -> Option<Decimal> {
    let whole = match of {
        PartOf::Company => draft.contributions(),
        PartOf::Holding => {
            let seller = draft.members.with_id(seller).filter(|member| member.shareholder)?;
            seller.contribution_in_millionths()
        }
    }?;
    Some(number::from_millionths(millionths(percent) * whole / (100 * number::MILLION)))
}

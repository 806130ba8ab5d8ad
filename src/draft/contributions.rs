//! What the shareholders contribute together.

use super::model::{Draft, Member};
use super::number;

impl Draft {
    pub fn shareholders(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.shareholder)
    }

    /// The sum of the shareholders' contributions in millionths of 万元; known once there is a shareholder and each has one.
    pub fn contributions(&self) -> Option<i128> {
        self.shareholders().next()?;
        self.shareholders().map(Member::contribution_in_millionths).sum()
    }
}

impl Member {
    /// Nothing where it is blank.
    pub fn contribution_in_millionths(&self) -> Option<i128> {
        self.contribution.value.map(number::millionths)
    }
}

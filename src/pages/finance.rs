//! 财务: yearly sums.

use leptos::prelude::*;

use crate::components::{FinanceTable, Sheet};

#[component]
pub fn FinancePage() -> impl IntoView {
    let lead = "考评期内各年度的金额，单位为万元，“研发费用占比”和“创收”两项共用。首尾两个年度只填落在考评期内的部分；没有发生的填 0；空着表示还不知道，填了的年度都填齐才有合计。";
    view! {
        <Sheet title="财务" lead>
            <FinanceTable />
        </Sheet>
    }
}

//! 成员与股权: shareholders of the company and members of the alliance.

use leptos::prelude::*;

use crate::components::{MembersTable, Sheet};

#[component]
pub fn MembersPage() -> impl IntoView {
    let lead = "股东单位和联盟成员在这里填一次，“成员包含各类创新主体”“领域领先企业入股”“金融机构或社会资本入股”“股份占比”四项共用。认缴出资额单位为万元，只计股东的出资。本领域排名既是国内前五又是省内前十的，选“省内前十”；按什么排名，条文没有写明。";
    view! {
        <Sheet title="成员与股权" lead>
            <MembersTable />
        </Sheet>
    }
}

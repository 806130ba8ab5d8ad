//! The closed vocabularies that policies and drafts share, each word with its id in both kinds of file.

/// Declares the closed vocabularies that a policy and a draft share, with the id used in both
/// kinds of file and the documents' word for it.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal, $label:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize))]
        pub enum $name { $(#[cfg_attr(not(target_arch = "wasm32"), serde(rename = $id))] $variant,)* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The id in policy and draft files.
            pub fn id(self) -> &'static str {
                match self { $($name::$variant => $id,)* }
            }

            /// The documents' word.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $label,)* }
            }

            pub fn from_id(id: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.id() == id)
            }
        }
    };
}

vocabulary! {
    /// What a note is about, and the mark that it carries. All of a table but `Articles`, `Reading` and `Remark` answer a
    /// finding that the lint makes for itself.
    NoteKind {
        // The text does not say what happens here: a case, or a single value.
        Unstated = "unstated", "条文没有写明";
        Contradiction = "contradiction", "前后矛盾";
        // Points that no case gives.
        Gap = "gap", "分档不连续";
        // Two bands of the text hold the same value.
        Overlap = "overlap", "分档重叠";
        // The text can be read in more than one way.
        Reading = "reading", "理解不一";
        // The articles and the table say different things.
        Articles = "articles", "正文与附表不一";
        Remark = "remark", "说明";
    }
}

vocabulary! {
    /// A yearly sum of money, 万元.
    Figure {
        Cost = "cost", "成本费用支出总额";
        Rd = "rd", "研发费用";
        Revenue = "revenue", "创收";
    }
}

vocabulary! {
    /// What an entry of evidence proves.
    Category {
        Ip = "ip", "知识产权";
        Appraisal = "appraisal", "成果鉴定";
        Project = "project", "承担项目";
        Platform = "platform", "创新平台";
        Transfer = "transfer", "成果转移扩散";
        Standard = "standard", "技术标准";
    }
}

vocabulary! {
    /// The kind of an `ip` entry.
    EvidenceKind {
        Invention = "invention", "发明专利申请";
        UtilityModel = "utility_model", "实用新型专利申请";
        Software = "software", "软件著作权";
        IcLayout = "ic_layout", "集成电路设计版权登记";
    }
}

vocabulary! {
    /// The level of an entry; each category knows some of them.
    Level {
        International = "international", "国际";
        Domestic = "domestic", "国内";
        National = "national", "国家级";
        Industry = "industry", "行业";
        Provincial = "provincial", "省级";
        Local = "local", "地方";
        City = "city", "省辖市级";
        Group = "group", "团体";
        HighTech = "high_tech", "高新技术企业";
    }
}

vocabulary! {
    Role {
        Lead = "lead", "牵头";
        Participant = "participant", "参与";
    }
}

vocabulary! {
    MemberKind {
        Enterprise = "enterprise", "企业";
        Institute = "institute", "科研院所";
        University = "university", "高校";
        Financial = "financial", "金融机构";
        SocialCapital = "social_capital", "社会资本";
        Other = "other", "其他";
    }
}

vocabulary! {
    /// A member's rank by market in the field.
    Rank {
        NationalTop5 = "national_top5", "国内前五";
        ProvincialTop10 = "provincial_top10", "省内前十";
        None = "none", "均不属于";
    }
}

vocabulary! {
    /// What an attested requirement is said to be.
    Attested {
        Met = "met", "符合";
        Unmet = "unmet", "不符合";
        NotApplicable = "not_applicable", "不适用";
    }
}

vocabulary! {
    /// The five aspects that each expert of the panel scores (工作规程 第六条 第三步).
    Aspect {
        Industry = "industry", "重点行业的符合性";
        Carrier = "carrier", "依托载体的符合性";
        LeadUnit = "lead_unit", "牵头单位要求的符合性";
        Plan = "plan", "建设方案要求的符合性";
        Other = "other", "其它条件的符合性";
    }
}

vocabulary! {
    /// The grade of an annual assessment (考核评估办法 第二十五条).
    Grade {
        Excellent = "excellent", "优秀";
        Good = "good", "良好";
        Qualified = "qualified", "合格";
        Unqualified = "unqualified", "不合格";
    }
}

vocabulary! {
    /// What annual grades bring (考核评估办法 第二十六、二十七、二十九条).
    Consequence {
        SiteVisitWaived = "site_visit_waived", "定期评估时不再进行现场考察";
        Rectification = "rectification", "整改半年，期满后现场检查";
        NoSubsidy = "no_subsidy", "不能享受考核年度的省财政补助政策";
    }
}

vocabulary! {
    /// A part of the yearly plan (考核评估办法 第六条): its goals, and the six kinds of task.
    Duty {
        Goals = "goals", "年度建设目标";
        Organization = "organization", "组织机构建设";
        Team = "team", "人才队伍建设";
        Funding = "funding", "运行资金与研发投入";
        Capability = "capability", "能力和项目建设";
        Research = "research", "技术研发及成果转化";
        Mechanism = "mechanism", "体制机制及对外交流合作";
    }
}

vocabulary! {
    /// How far a part of the yearly plan has come.
    Outcome {
        Done = "done", "已完成";
        Partly = "partly", "部分完成";
        NotDone = "not_done", "未完成";
    }
}

impl Category {
    /// The word for a level in the category's own clause.
    pub fn level_word(self, level: Level) -> &'static str {
        match (self, level) {
            (Category::Appraisal, Level::International) => "国际先进或领先",
            (Category::Appraisal, Level::Domestic) => "国内先进或领先",
            (Category::Project, Level::National) => "国家级及国家部委",
            (Category::Project, Level::Provincial) => "省级及省厅级",
            (Category::Standard, Level::International) => "国际标准",
            (Category::Standard, Level::National) => "国家标准",
            (Category::Standard, Level::Industry) => "行业标准",
            (Category::Standard, Level::Local) => "地方标准",
            (Category::Standard, Level::Group) => "团体标准",
            _ => level.label(),
        }
    }

    /// The word for a role in the category's own clause.
    pub fn role_word(self, role: Role) -> &'static str {
        match (self, role) {
            (Category::Standard, Role::Lead) => "主要起草",
            (Category::Project, Role::Lead) => "牵头承担",
            _ => role.label(),
        }
    }

    /// The kinds that an entry of this category may carry; empty when it carries none.
    pub fn kinds(self) -> &'static [EvidenceKind] {
        if self == Category::Ip { EvidenceKind::ALL } else { &[] }
    }

    /// The levels that an entry of this category may carry; empty when it carries none.
    pub fn levels(self) -> &'static [Level] {
        match self {
            Category::Appraisal => &[Level::International, Level::Domestic],
            Category::Project => &[Level::National, Level::Provincial, Level::City],
            Category::Platform => &[Level::National, Level::Provincial, Level::HighTech],
            Category::Standard => {
                &[Level::International, Level::National, Level::Industry, Level::Local, Level::Group]
            }
            Category::Ip | Category::Transfer => &[],
        }
    }

    /// The roles that an entry of this category may carry; empty when it carries none.
    pub fn roles(self) -> &'static [Role] {
        if matches!(self, Category::Project | Category::Standard) { Role::ALL } else { &[] }
    }
}

//! What comes of a MoU: what each party has to do, what was asked and answered, contracts and their sales.

use jiff::civil::Date;

use super::record::{CodeSet, codes, record};
use super::{Id, Mou, Organisation, Person};

codes! {
    /// How far something that has to be done is.
    ObligationState, "obligation-state" {
        /// To be done.
        #[default]
        Open = "open",
        /// Done.
        Done = "done",
        /// No longer wanted.
        Dropped = "dropped",
    }
}

record! {
    /// Something a party took upon itself (việc phải làm).
    Obligation {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// The party that took it upon itself; with neither it nor a person all of them.
        organisation: Option<Id<Organisation>>,
        /// The same, where the party is a person.
        person: Option<Id<Person>>,
        /// What has to be done.
        task: String,
        /// By when.
        due: Option<Date>,
        /// How far it is.
        state: ObligationState,
        /// When it was done.
        done_on: Option<Date>,
        /// What shows that it was done.
        evidence: String,
        /// Remark of the office.
        note: String,
    }
}

codes! {
    /// How somebody was spoken to.
    FollowUpChannel, "follow-up-channel" {
        /// By telephone.
        #[default]
        Phone = "phone",
        /// By Zalo.
        Zalo = "zalo",
        /// At a meeting.
        Meeting = "meeting",
        /// By electronic mail.
        Email = "email",
        /// By letter.
        Letter = "letter",
    }
}

codes! {
    /// Why a MoU does not move on (handbook 5.4).
    Obstacle, "obstacle" {
        /// The price.
        #[default]
        Price = "price",
        /// Designs.
        Design = "design",
        /// Certificates that are missing.
        Certificate = "certificate",
        /// Too little can be made.
        Capacity = "capacity",
        /// Transport and storage.
        Logistics = "logistics",
        /// The discount of the chain.
        Discount = "discount",
        /// Another person is in charge now.
        Staff = "staff",
        /// Money.
        Capital = "capital",
    }
}

record! {
    /// One time a party was asked how it goes (theo dõi).
    FollowUp {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// When.
        date: Option<Date>,
        /// With whom.
        with_whom: String,
        /// How.
        channel: FollowUpChannel,
        /// What came of it.
        result: String,
        /// What keeps it from moving on, codes of [`Obstacle`].
        obstacles: CodeSet,
        /// What is to be done next.
        next_step: String,
        /// By when.
        next_date: Option<Date>,
        /// Remark of the office.
        note: String,
    }
}

codes! {
    /// The kind of a contract.
    ContractKind, "contract-kind" {
        /// General terms for a series of orders (hợp đồng nguyên tắc).
        #[default]
        Framework = "framework",
        /// Goods, quantity and price (hợp đồng mua bán).
        Sale = "sale",
        /// Services, such as visits (hợp đồng dịch vụ).
        Service = "service",
        /// A single order (đơn đặt hàng).
        Order = "order",
    }
}

record! {
    /// A contract that followed a MoU (hợp đồng).
    Contract {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// Its kind.
        kind: ContractKind,
        /// Its number.
        number: String,
        /// The day it was signed.
        date: Option<Date>,
        /// Its value in đồng.
        amount: Option<i64>,
        /// Its last day.
        valid_to: Option<Date>,
        /// Remark of the office.
        note: String,
    }
}

record! {
    /// What was sold under a MoU in one quarter (doanh số).
    Sales {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// The year.
        year: Option<i64>,
        /// The quarter, 1 to 4.
        quarter: Option<i64>,
        /// What was sold, in đồng.
        amount: Option<i64>,
        /// People who had work by it.
        jobs: Option<i64>,
        /// Remark of the office.
        note: String,
    }
}

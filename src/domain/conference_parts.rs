//! What belongs to a conference besides its guests: programme, committees, tasks, budget, what the firms
//! registered with, entries of the check-in desks, booths, and what was said.

use jiff::civil::{Date, Time};

use super::record::{CodeSet, PhoneNumbers, codes, record};
use super::{
    Conference, Id, ObligationState, Organisation, OrganisationKind, Participation, Person, Product, Village,
};
use crate::places::CommuneCode;

record! {
    /// A point of the programme (mục chương trình).
    ProgrammeItem {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// The day.
        date: Option<Date>,
        /// When it begins.
        start: Option<Time>,
        /// How long it takes, in minutes.
        minutes: Option<i64>,
        /// What it is.
        point: String,
        /// What it is, in English.
        point_en: String,
        /// Who speaks or leads.
        person: Option<Id<Person>>,
        /// Who speaks or leads, where that is nobody of the register: "Đại diện các sở".
        speaker: String,
        /// Remark of the office.
        note: String,
    }
}

codes! {
    /// Parts of the organising committee (handbook 5.1).
    Subcommittee, "subcommittee" {
        /// Heads the committee.
        #[default]
        Steering = "steering",
        /// Contents and papers.
        Content = "content",
        /// Logistics.
        Logistics = "logistics",
        /// Reception and ceremony.
        Reception = "reception",
        /// Communication.
        Media = "media",
        /// Secretariat.
        Secretariat = "secretariat",
    }
}

record! {
    /// A member of the organising committee (thành viên Ban Tổ chức).
    CommitteeMember {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// The part of the committee.
        subcommittee: Subcommittee,
        /// The person.
        person: Option<Id<Person>>,
        /// What the person is there: "Trưởng ban".
        duty: String,
        /// What the person looks after.
        work: String,
        /// Place in the list, from 1.
        sequence: i64,
    }
}

codes! {
    /// Where a task of a conference comes from.
    TaskOrigin, "task-origin" {
        /// Preparation.
        #[default]
        Preparation = "preparation",
        /// The conference concluded it.
        Conclusion = "conclusion",
    }
}

record! {
    /// Something to be done for a conference, or that it concluded (việc – người – hạn).
    ConferenceTask {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// Where it comes from.
        origin: TaskOrigin,
        /// What has to be done.
        task: String,
        /// Who does it, in words.
        responsible: String,
        /// By when.
        due: Option<Date>,
        /// How far it is.
        state: ObligationState,
        /// When it was done.
        done_on: Option<Date>,
        /// Remark of the office.
        note: String,
    }
}

record! {
    /// A line of the budget (khoản mục kinh phí).
    BudgetLine {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// What for.
        item: String,
        /// Planned, in đồng.
        planned: Option<i64>,
        /// Spent, in đồng.
        spent: Option<i64>,
        /// Where the money comes from.
        paid_by: String,
        /// Remark of the office.
        note: String,
    }
}

codes! {
    /// What a firm wants of a conference (part E of the registration form).
    Need, "need" {
        /// To buy goods.
        #[default]
        Buy = "buy",
        /// To sell goods.
        Sell = "sell",
        /// Raw materials.
        Material = "material",
        /// Designs.
        Design = "design",
        /// Visitors.
        Travel = "travel",
        /// Capital.
        Capital = "capital",
    }
}

codes! {
    /// What may be done with personal data of the form; each is asked for by itself and nothing is ticked
    /// beforehand (Law 91/2025/QH15, article 9).
    ConsentPurpose, "consent-purpose" {
        /// To run the conference.
        #[default]
        Organise = "organise",
        /// To stand in the printed list of delegates.
        Listed = "listed",
        /// To be given to firms that look for partners.
        Partners = "partners",
        /// To be photographed and shown.
        Pictures = "pictures",
        /// To be invited again.
        Invite = "invite",
    }
}

codes! {
    /// What comes with a registration form (part D).
    Enclosed, "enclosed" {
        /// Pictures of the products.
        #[default]
        Pictures = "pictures",
        /// Samples are brought along.
        Samples = "samples",
    }
}

codes! {
    /// What has to be arranged for who comes (part F).
    Arrangement, "arrangement" {
        /// Lunch.
        #[default]
        Lunch = "lunch",
        /// Vegetarian lunch.
        Vegetarian = "vegetarian",
        /// To be fetched.
        PickUp = "pick_up",
        /// Rooms in a hotel.
        Rooms = "rooms",
        /// Electricity in the booth.
        Power = "power",
        /// Water in the booth.
        Water = "water",
    }
}

record! {
    /// What an organisation handed in with the registration form (phiếu đăng ký). What it says of the organisation
    /// (part A) is called as the columns of the organisation are.
    Registration {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// What kind of organisation it is.
        kind: OrganisationKind,
        /// Its tax code.
        tax_code: String,
        /// Commune of its address.
        commune: Option<CommuneCode>,
        /// House, street or hamlet.
        street: String,
        /// Address before 1 July 2025.
        former_address: String,
        /// Its telephone numbers.
        phones: PhoneNumbers,
        /// Its e-mail address.
        email: String,
        /// Its website or fanpage.
        website: String,
        /// Who represents it.
        representative: String,
        /// The position of who represents it.
        representative_title: String,
        /// Telephone numbers of who represents it.
        representative_phones: PhoneNumbers,
        /// E-mail address of who represents it.
        representative_email: String,
        /// When the form came.
        received_on: Option<Date>,
        /// How it takes part, codes of [`ParticipationForm`](super::ParticipationForm).
        forms: CodeSet,
        /// How many booths it wants.
        booths: Option<i64>,
        /// With whom it wants to sign.
        sign_with: String,
        /// What it wants to speak about.
        speech: String,
        /// What comes with the form, codes of [`Enclosed`].
        enclosed: CodeSet,
        /// What it wants, codes of [`Need`].
        needs: CodeSet,
        /// What it looks for, in words.
        wants: String,
        /// Codes of the trades it looks for.
        wants_trades: CodeSet,
        /// How much it looks for.
        wants_quantity: String,
        /// Markets it wants to reach.
        markets: String,
        /// Whom it wants to meet.
        partners: String,
        /// What has to be arranged, codes of [`Arrangement`].
        arranged: CodeSet,
        /// How many rooms in a hotel.
        rooms: Option<i64>,
        /// What else has to be arranged, in words.
        logistics: String,
        /// What may be done with the data, codes of [`ConsentPurpose`].
        consents: CodeSet,
        /// What it offers and wants stands in the register now.
        confirmed: bool,
        /// Remark of the office.
        note: String,
    }
}

record! {
    /// A product offered with the registration form (part D).
    Offer {
        /// The form.
        registration: Option<Id<Registration>>,
        /// Name.
        name: String,
        /// Codes of its trades.
        trades: CodeSet,
        /// Size, material, packing.
        specification: String,
        /// Unit: chiếc, bộ, kg.
        unit: String,
        /// Capacity in units per month.
        capacity_per_month: Option<i64>,
        /// Smallest order in units.
        minimum_order: Option<i64>,
        /// Wholesale price in đồng.
        wholesale: Option<i64>,
        /// Certificates: "OCOP 4 sao, FSC".
        certificates: String,
        /// The product of the register it became.
        product: Option<Id<Product>>,
    }
}

codes! {
    /// What happened at a check-in desk.
    CheckInKind, "check-in-kind" {
        /// Somebody came.
        #[default]
        Arrival = "arrival",
        /// An arrival was noted by mistake.
        Withdrawal = "withdrawal",
        /// The badge was printed.
        Badge = "badge",
        /// All that a guest had been given by then; no longer written, because two desks that do not see each
        /// other would each forget what the other gave.
        Handout = "handout",
        /// Something was handed out.
        Given = "given",
        /// Something that was handed out came back.
        TakenBack = "taken_back",
    }
}

codes! {
    /// What is handed out at the desk.
    Handout, "handout" {
        /// Papers.
        #[default]
        Papers = "papers",
        /// Bag.
        Bag = "bag",
        /// Meal ticket.
        Meal = "meal",
    }
}

record! {
    /// An entry of a check-in desk (lượt đón tiếp). Entries are only ever added, so that several desks agree
    /// once their files are merged: somebody is there whose latest arrival has no withdrawal after it.
    CheckIn {
        /// Who came.
        participation: Option<Id<Participation>>,
        /// What happened.
        kind: CheckInKind,
        /// When, milliseconds since 1970 in UTC.
        at: Option<i64>,
        /// The code of the desk.
        desk: String,
        /// Who wrote it.
        officer: String,
        /// What was handed out or came back, codes of [`Handout`].
        handouts: CodeSet,
    }
}

codes! {
    /// Kinds of what is said at a conference.
    StatementKind, "statement-kind" {
        /// Speech (tham luận).
        #[default]
        Speech = "speech",
        /// Experience.
        Experience = "experience",
        /// Difficulty.
        Difficulty = "difficulty",
        /// Proposal.
        Proposal = "proposal",
        /// Question.
        Question = "question",
    }
}

codes! {
    /// What a statement is about.
    Topic, "topic" {
        /// Markets and sales.
        #[default]
        Market = "market",
        /// Raw materials.
        Material = "material",
        /// Capital and credit.
        Capital = "capital",
        /// People who learn the craft.
        People = "people",
        /// Designs and brands.
        Design = "design",
        /// Environment.
        Environment = "environment",
        /// Ground and workshops.
        Ground = "ground",
        /// Policies and procedures.
        Policy = "policy",
        /// Tourism.
        Tourism = "tourism",
        /// Something else.
        Other = "other",
    }
}

codes! {
    /// How far a statement is.
    StatementState, "statement-state" {
        /// Noted.
        #[default]
        Noted = "noted",
        /// Sent to whom it concerns.
        Sent = "sent",
        /// Answered.
        Answered = "answered",
        /// Needs no answer.
        Closed = "closed",
    }
}

record! {
    /// What somebody said (tham luận, ý kiến, kiến nghị).
    Statement {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// Kind.
        kind: StatementKind,
        /// Who said it.
        person: Option<Id<Person>>,
        /// For which organisation.
        organisation: Option<Id<Organisation>>,
        /// What it is about.
        topic: Topic,
        /// What was said.
        words: String,
        /// Whom it is for: "Bộ Công Thương".
        addressed_to: String,
        /// How far it is.
        state: StatementState,
        /// When it was sent.
        sent_on: Option<Date>,
        /// The answer.
        reply: String,
        /// Who answered.
        replied_by: String,
        /// When it was answered.
        replied_on: Option<Date>,
        /// Remark of the office.
        note: String,
    }
}

codes! {
    /// How far a booth is.
    BoothState, "booth-state" {
        /// Registered.
        #[default]
        Registered = "registered",
        /// Has its place.
        Placed = "placed",
        /// Handed over.
        Taken = "taken",
        /// Given up.
        Dropped = "dropped",
    }
}

codes! {
    /// What a booth needs.
    BoothNeed, "booth-need" {
        /// Electricity.
        #[default]
        Power = "power",
        /// Water.
        Water = "water",
        /// Lights.
        Lights = "lights",
        /// Tables and chairs.
        Furniture = "furniture",
        /// Room to show the craft.
        Workshop = "workshop",
    }
}

record! {
    /// A booth (gian hàng).
    Booth {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// Code: "A01".
        code: String,
        /// Row of the plan, from 1.
        plan_row: Option<i64>,
        /// Place in the row, from 1.
        plan_place: Option<i64>,
        /// Size in words: "3 × 3 m".
        size: String,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The village.
        village: Option<Id<Village>>,
        /// What stands on the sign, at most forty characters.
        sign: String,
        /// What is shown.
        products: String,
        /// What it needs, codes of [`BoothNeed`].
        needs: CodeSet,
        /// How far it is.
        state: BoothState,
        /// Fee in đồng.
        fee: Option<i64>,
        /// The fee is paid by a programme.
        supported: bool,
        /// Remark of the office.
        note: String,
    }
}

impl Booth {
    /// Whether somebody has it: an organisation or a village.
    pub fn is_given(&self) -> bool {
        self.organisation.is_some() || self.village.is_some()
    }

    /// Whether it is a booth of the conference: not one that was given up, nor a place that nobody has and at
    /// which nobody took anything in.
    pub fn takes_part(&self, took_in: bool) -> bool {
        self.state != BoothState::Dropped && (self.is_given() || !self.sign.is_empty() || took_in)
    }
}

/// Most characters on the sign of a booth (handbook 5.1).
pub const SIGN_LENGTH: usize = 40;

record! {
    /// What a booth took in on a day (doanh thu theo ngày).
    BoothDay {
        /// The booth.
        booth: Option<Id<Booth>>,
        /// The day.
        date: Option<Date>,
        /// Takings in đồng.
        takings: Option<i64>,
        /// Visitors who asked.
        visitors: Option<i64>,
        /// Orders.
        orders: Option<i64>,
    }
}

//! The program's own small set of controls. A screen is put together from these; what is drawn by hand is
//! drawn here, with the theme's colours and sizes only. The gallery screen shows all of them.

mod button;
mod cards;
mod date;
mod desk;
mod drag;
mod feedback;
mod field;
mod keys;
mod map;
mod marks;
mod page;
mod pick;
mod scatter;
mod suggest;
mod table;

pub use button::{Button, icon_button, link, link_width, segments, switch, tabs, tick, way_back};
pub use cards::{CardWords, cards};
pub use date::date_field;
pub use desk::{big_field, big_tick, figure, result_panel};
pub use drag::{Drag, drag};
pub use feedback::{Tone, banner, empty, failed, note, progress_bar, skeleton, ticked};
pub use field::{Field, choice, field_frame, label_above, row_choice, text_menu};
pub use keys::{entered, is_covered};
pub use map::{MapMark, MapView, map, map_tip};
pub use marks::{
    at_right, badge, card, chip, dialog_frame, facts_line, heading, line, mou_badge, mou_mark, screen_head,
    text, words_colour,
};
pub use page::{page, page_pixels, page_texture};
pub use pick::{Pick, PickWords, Picked};
pub use scatter::{ScatterDot, scatter};
pub use suggest::{Finding, Suggested, Suggestion, suggest};
pub use table::{TableColumn, TableEvent, TableRow, TableState, table};

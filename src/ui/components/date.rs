//! A field for a day: typed as people write it, or chosen from a calendar that begins on Monday.

use eframe::egui::{
    self, CornerRadius, Id, Popup, PopupCloseBehavior, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::{Field, icon_button};
use crate::i18n::{Language, message};
use crate::problem::Problem;
use crate::ui::theme::{self, BODY_MEDIUM, COMPACT, SMALL_MEDIUM, Theme};
use crate::vietnamese::{PartialDate, parse_day_near};

/// A field for a day, month or year. What was typed is written out when the field is left, not before.
#[expect(clippy::too_many_arguments, reason = "everything a field says; all of it is different at each use")]
pub fn date_field(
    ui: &mut Ui,
    theme: &Theme,
    language: Language,
    id: Id,
    label: &str,
    required: Option<&str>,
    value: &mut String,
    today: Date,
    width: f32,
    problem: Option<&Problem>,
) -> egui::Response {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let width = width.min(ui.available_width());
        let mut response = Field::new(id, label)
            .figures()
            .required(required)
            .width(width - 32.0)
            .problem(problem)
            .show(ui, theme, language, value);
        if response.lost_focus()
            && let Some(date) = parse_day_near(value, today)
        {
            let written = date.show(Language::Vi);
            if written != *value {
                *value = written;
                response.mark_changed();
            }
        }
        ui.vertical(|ui| {
            ui.add_space(if label.is_empty() { 2.0 } else { 23.0 });
            let name = message("date-choose").with("field", label).text(language);
            let button = icon_button(ui, theme, icons::CALENDAR_BLANK, &name);
            let shown = id.with("month");
            Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
                let chosen = parse_day_near(value, today).map(PartialDate::earliest);
                let month = ui.data(|data| data.get_temp::<Date>(shown)).or(chosen).unwrap_or(today);
                if let Some(day) = calendar(ui, theme, language, shown, month, chosen, today) {
                    *value = PartialDate::Day(day).show(Language::Vi);
                    response.mark_changed();
                    ui.close();
                }
            });
            if !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button)) {
                ui.data_mut(|data| data.remove::<Date>(shown));
            }
        });
        response
    })
    .inner
}

/// A month; returns the day that was chosen.
fn calendar(
    ui: &mut Ui,
    theme: &Theme,
    language: Language,
    shown: Id,
    month: Date,
    chosen: Option<Date>,
    today: Date,
) -> Option<Date> {
    let c = theme.c;
    let mut picked = None;
    ui.set_width(252.0);
    ui.horizontal(|ui| {
        let back = icon_button(ui, theme, icons::CARET_LEFT, &message("date-month-before").text(language));
        if back.clicked() {
            go(ui, shown, month.checked_sub(1.month()).ok());
        }
        let name = PartialDate::Month { year: month.year(), month: month.month() }.show(language);
        let word = theme::galley(ui, &name, BODY_MEDIUM, c.text, 160.0, 1);
        let (rect, _) = ui.allocate_exact_size(vec2(180.0, 28.0), Sense::hover());
        ui.painter().galley(rect.center() - word.size() / 2.0, word, c.text);
        let next = icon_button(ui, theme, icons::CARET_RIGHT, &message("date-month-after").text(language));
        if next.clicked() {
            go(ui, shown, month.checked_add(1.month()).ok());
        }
    });
    let first = month.first_of_month();
    let offset = first.weekday().to_monday_zero_offset();
    egui::Grid::new(shown.with("days")).spacing(vec2(0.0, 0.0)).show(ui, |ui| {
        for name in message("date-weekdays").text(language).split_whitespace() {
            let word = theme::galley(ui, name, SMALL_MEDIUM, c.muted, 36.0, 1);
            let (rect, _) = ui.allocate_exact_size(vec2(36.0, 24.0), Sense::hover());
            ui.painter().galley(rect.center() - word.size() / 2.0, word, c.muted);
        }
        ui.end_row();
        for cell in 0..42_i8 {
            let day = cell - offset + 1;
            if day < 1 || day > month.days_in_month() {
                if cell >= 35 && day > month.days_in_month() {
                    break;
                }
                ui.allocate_exact_size(vec2(36.0, 30.0), Sense::hover());
            } else if let Ok(date) = Date::new(month.year(), month.month(), day)
                && day_cell(ui, theme, date, chosen == Some(date), today == date)
            {
                picked = Some(date);
            }
            if cell % 7 == 6 {
                ui.end_row();
            }
        }
    });
    picked
}

fn go(ui: &Ui, shown: Id, to: Option<Date>) {
    if let Some(to) = to {
        ui.data_mut(|data| data.insert_temp(shown, to));
    }
}

fn day_cell(ui: &mut Ui, theme: &Theme, date: Date, chosen: bool, today: bool) -> bool {
    let c = theme.c;
    let (rect, response) = ui.allocate_exact_size(vec2(36.0, 30.0), Sense::click());
    let name = PartialDate::Day(date).show(Language::Vi);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    let sunday = date.weekday() == Weekday::Sunday;
    let ink = match (chosen, sunday) {
        (true, _) => c.on_primary,
        (false, true) => c.danger,
        (false, false) => c.text,
    };
    if chosen {
        ui.painter().rect_filled(rect.shrink(2.0), CornerRadius::same(6), c.primary);
    } else if response.hovered() {
        ui.painter().rect_filled(rect.shrink(2.0), CornerRadius::same(6), c.hover);
    }
    if today && !chosen {
        ui.painter().hline(rect.x_range().shrink(10.0), rect.bottom() - 4.0, theme.focus_ring());
    }
    let word = theme::galley(ui, &date.day().to_string(), COMPACT, ink, 36.0, 1);
    let at = pos2(rect.center().x - word.size().x / 2.0, rect.center().y - word.size().y / 2.0);
    ui.painter().galley(at, word, ink);
    super::button::ring(ui, theme, &response, 6);
    response.clicked()
}

//! The system's own dialogs for files.

use std::path::PathBuf;

use crate::store::Store;

/// Asks where a file with this ending shall go.
pub fn save_file(name: String, ending: &'static str) -> impl FnOnce() -> Option<PathBuf> + Send + 'static {
    move || rfd::FileDialog::new().add_filter(ending, &[ending]).set_file_name(name).save_file()
}

/// Asks for a folder, on a stick for example.
pub fn choose_folder() -> Option<PathBuf> {
    rfd::FileDialog::new().pick_folder()
}

/// Asks for pictures or files to add.
pub fn open_pictures() -> Vec<PathBuf> {
    rfd::FileDialog::new().pick_files().unwrap_or_default()
}

/// Asks for contacts to read.
pub fn open_contacts() -> Option<PathBuf> {
    rfd::FileDialog::new().add_filter("vCard", &["vcf"]).pick_file()
}

/// Asks for a template to read.
pub fn open_template() -> Option<PathBuf> {
    rfd::FileDialog::new().add_filter("TOML", &["toml"]).pick_file()
}

/// Asks for a register to open.
pub fn open_register() -> Option<PathBuf> {
    rfd::FileDialog::new().add_filter("Sổ Làng Nghề", &[Store::EXTENSION]).pick_file()
}

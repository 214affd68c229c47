//! The page of a template while it is written, filled with invented values.

use std::sync::Arc;

use jiff::civil::Date;

use super::Data;
use super::lane::Ticket;
use super::papers::{Preview, moment, paper_error, printed};
use crate::documents::image::page_image;
use crate::documents::mou::data::{PrintLanguage, Standing};
use crate::documents::mou::example::{Shape, example};
use crate::documents::mou::fill::fill;
use crate::documents::mou::placeholders::placeholders;
use crate::documents::mou::template::Template;

impl Data {
    /// A page (from 0) of a template in this shape and language, and all that is wrong with its texts.
    pub fn template_page(
        &self,
        template: Template,
        (shape, language, today): (Shape, PrintLanguage, Date),
        page: usize,
        pixels_per_point: f32,
    ) -> Ticket<Preview> {
        let now = self.machine().now();
        self.with_paper_desk(move |desk| {
            let facts = example(&template, shape, today);
            let filled = fill(&facts, &template.clauses(), &template, language, Standing::Draft);
            let paper = printed(&mut desk.engine, &filled.data, moment(now)?)?;
            let page = page.min(paper.pages.saturating_sub(1));
            let image = page_image(&paper.pdf, page, pixels_per_point).map_err(paper_error)?;
            let articles = &filled.data.articles;
            Ok(Preview {
                count: paper.pages,
                page,
                image,
                problems: template.check(),
                passed: Vec::new(),
                fields: paper.fields,
                articles: articles.iter().map(|article| (article.key.clone(), article.number)).collect(),
                placeholders: Arc::new(placeholders(&facts, language, articles)),
                pdf: Arc::new(paper.pdf),
            })
        })
    }
}

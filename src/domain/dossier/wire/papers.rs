//! The list of papers in a file, and the bytes of their photos.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Attachment, Dossier, Holding, PaperRecord};
use super::node::Node;
use super::place::shortened;
use super::reader::{Branch, Reader};
use super::write::is_false;
use super::{AttachedFile, Problem, Shape, base64};
use crate::domain::decision::{EvidenceKind, evidence_kinds};

#[derive(serde::Serialize)]
pub(super) struct WirePaper<'a> {
    id: &'a str,
    kind: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paper: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    number: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    issuer: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    valid_until: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    no_term: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    holder: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    address: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    product: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    extent: &'a str,
    holding: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    due: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<WireAttachment<'a>>,
}

impl WirePaper<'_> {
    pub(super) fn of(paper: &PaperRecord) -> WirePaper<'_> {
        WirePaper {
            id: &paper.id,
            kind: paper.kind.0,
            also: paper.also.iter().map(|row| row.0).collect(),
            paper: paper.paper.as_deref(),
            title: &paper.title,
            number: &paper.number,
            issuer: &paper.issuer,
            date: &paper.date,
            valid_until: &paper.valid_until,
            no_term: paper.no_term,
            holder: &paper.holder,
            address: &paper.address,
            product: &paper.product,
            extent: &paper.extent,
            holding: holding_name(paper.holding),
            due: &paper.due,
            attachments: paper.attachments.iter().map(WireAttachment::of).collect(),
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct WireAttachment<'a> {
    id: &'a str,
    name: &'a str,
    media: &'a str,
    size: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    crc32: Option<u32>,
}

impl WireAttachment<'_> {
    pub(super) fn of(attachment: &Attachment) -> WireAttachment<'_> {
        let Attachment { id, name, media, size, sum } = attachment;
        WireAttachment { id, name, media, size: *size, crc32: *sum }
    }
}

#[derive(serde::Serialize)]
pub(super) struct WireFile<'a> {
    media: &'a str,
    data: String,
}

impl WireFile<'_> {
    pub(super) fn of(file: &AttachedFile) -> WireFile<'_> {
        WireFile { media: &file.media, data: base64::encode(&file.data) }
    }
}

/// The value of `holding` in files.
pub(super) fn holding_name(holding: Holding) -> &'static str {
    match holding {
        Holding::Have => "have",
        Holding::ToGet => "to-get",
    }
}

impl Reader {
    pub(super) fn papers(&mut self, file: &mut Branch) -> Vec<PaperRecord> {
        let mut papers: Vec<PaperRecord> = Vec::new();
        let mut ids = BTreeSet::new();
        let list = file.place.key("papers");
        let rows = evidence_kinds(self.set).last().map_or(0, |kind| kind.0.into());
        for found in self.list(file, "papers") {
            let Some(mut branch) = self.object(found) else { continue };
            let free =
                || (1..).map(|number| format!("paper-{number}")).find(|id| !ids.contains(id)).unwrap_or_default();
            let id = self.own_id(&mut branch, |id| ids.contains(id), free);
            ids.insert(id.clone());
            branch.place = branch.place.called(&list, &id);
            let kind = self.number(&mut branch, "kind", |kind| kind <= rows).map(EvidenceKind).unwrap_or_default();
            papers.push(PaperRecord {
                id,
                kind,
                also: self.rows(&mut branch),
                paper: branch.take("paper").and_then(|found| self.id(found)),
                title: self.text(&mut branch, "title"),
                number: self.text(&mut branch, "number"),
                issuer: self.text(&mut branch, "issuer"),
                date: self.text(&mut branch, "date"),
                valid_until: self.text(&mut branch, "valid_until"),
                no_term: self.bool(&mut branch, "no_term"),
                holder: self.text(&mut branch, "holder"),
                address: self.text(&mut branch, "address"),
                product: self.text(&mut branch, "product"),
                extent: self.text(&mut branch, "extent"),
                holding: self.choice(&mut branch, "holding", holding_of).unwrap_or_default(),
                due: self.text(&mut branch, "due"),
                attachments: self.attachments(&mut branch),
            });
            self.finish(branch);
        }
        papers
    }

    /// The further rows of Form 02's evidence table in which a paper stands.
    fn rows(&mut self, paper: &mut Branch) -> BTreeSet<EvidenceKind> {
        let mut rows = BTreeSet::new();
        for (place, node) in self.list(paper, "also") {
            match evidence_kinds(self.set).find(|kind| Some(u64::from(kind.0)) == node.whole()) {
                Some(kind) => drop(rows.insert(kind)),
                None => self.wrong(&place, &node, Shape::Number),
            }
        }
        rows
    }

    fn attachments(&mut self, paper: &mut Branch) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        let list = paper.place.key("attachments");
        for found in self.list(paper, "attachments") {
            let Some(mut branch) = self.object(found) else { continue };
            let id = branch.take("id").and_then(|found| self.id(found));
            if let Some(id) = &id {
                branch.place = branch.place.called(&list, id);
            }
            let name = self.text(&mut branch, "name");
            let media = self.text(&mut branch, "media");
            let size = self.number(&mut branch, "size", |_| true).unwrap_or_default();
            let sum = self.number(&mut branch, "crc32", |sum| u32::try_from(sum).is_ok());
            self.finish(branch);
            // Without its id the bytes cannot be found; the warning is given.
            attachments.extend(id.map(|id| Attachment { id, name, media, size, sum }));
        }
        attachments
    }

    pub(super) fn files(&mut self, file: &mut Branch, dossier: &Dossier) -> BTreeMap<String, AttachedFile> {
        let Some(branch) = self.child(file, "files") else { return BTreeMap::new() };
        let attached: BTreeSet<&str> = dossier
            .papers
            .iter()
            .flat_map(|paper| &paper.attachments)
            .map(|attachment| attachment.id.as_str())
            .collect();
        let mut files = BTreeMap::new();
        for (id, node) in branch.entries {
            let place = branch.place.key(&id);
            let Some(mut bytes) = self.object((place.clone(), node)) else { continue };
            let media = self.text(&mut bytes, "media");
            let data = match bytes.take("data") {
                Some((_, Node::Text(text))) => base64::decode(&text),
                _ => None,
            };
            self.finish(bytes);
            match data.filter(|_| attached.contains(id.as_str())) {
                Some(data) => drop(files.insert(id, AttachedFile { media, data })),
                None => self.warn(&place, shortened(&id, 60), Problem::UnusableFile),
            }
        }
        files
    }
}

fn holding_of(name: &str) -> Option<Holding> {
    [Holding::Have, Holding::ToGet].into_iter().find(|holding| holding_name(*holding) == name)
}

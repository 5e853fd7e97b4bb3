//! Answer envelope: who is the answer from and to, and how is it framed?

use super::Stamp;
use super::value::{answer_delimiters, copied};
use crate::{Delimiters, HoldsSeparator, Segment, Writer};

/// The interchanges of an answer, one for each received that has something to answer.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    stamp: Stamp,
    /// Finished interchanges.
    done: Vec<u8>,
    parties: Parties,
    /// The open interchange, from its first answer on.
    writer: Option<Writer>,
    /// Interchanges of the answer, and groups in all of them.
    interchanges: u32,
    groups: u32,
    /// Groups of the open interchange.
    members: u32,
}

/// Both parties as the received header names them.
#[derive(Clone, Debug)]
pub(super) struct Parties {
    delimiters: Delimiters,
    sender: Party,
    receiver: Party,
    usage: &'static str,
}

#[derive(Clone, Debug)]
struct Party {
    qualifier: String,
    id: String,
}

impl Parties {
    /// From ISA05 to ISA08 and ISA15; what cannot be repeated in an answer is replaced.
    pub(super) fn new(received: Delimiters, element: impl Fn(usize) -> Vec<u8>) -> Self {
        let delimiters = answer_delimiters(received);
        let party = |qualifier: usize, id: usize| Party {
            qualifier: copied(&element(qualifier), 2, 2, delimiters)
                .filter(|it| PARTY_QUALIFIERS.contains(it))
                .unwrap_or("ZZ")
                .to_owned(),
            id: copied(&element(id), 1, 15, delimiters).unwrap_or("UNKNOWN").trim().to_owned(),
        };
        let usage = if element(15) == b"T" { "T" } else { "P" };
        Self { delimiters, sender: party(5, 6), receiver: party(7, 8), usage }
    }

    pub(super) fn of(header: &Segment<'_>) -> Self {
        Self::new(header.delimiters(), |number| header.element(number).to_vec())
    }
}

/// What a segment of our own making never does: hold a separator in a value.
pub(super) type Written = Result<(), HoldsSeparator>;

impl Frame {
    pub(super) fn new(stamp: Stamp) -> Self {
        let parties = Parties::new(Delimiters::default(), |_| Vec::new());
        let done = Vec::new();
        Self { stamp, done, parties, writer: None, interchanges: 0, groups: 0, members: 0 }
    }

    pub(super) fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The separators of the answer to the interchange received.
    pub(super) fn delimiters(&self) -> Delimiters {
        self.parties.delimiters
    }

    /// Takes in the header of an interchange.
    pub(super) fn receive(&mut self, parties: Parties) {
        self.close();
        self.parties = parties;
    }

    /// The open interchange; opens it for its first answer.
    pub(super) fn open(&mut self) -> &mut Writer {
        let Self { stamp, parties, interchanges, .. } = self;
        self.writer.get_or_insert_with(|| {
            let number = format!("{:09}", stamp.control_number(*interchanges));
            *interchanges += 1;
            let mut writer = Writer::new(parties.delimiters);
            header(&mut writer, stamp, parties, &number);
            writer
        })
    }

    /// Opens a group for an answer to one received from `sender` to `receiver`; gives its control number.
    pub(super) fn open_group(&mut self, sender: &[u8], receiver: &[u8]) -> (&mut Writer, u32) {
        let (stamp, delimiters) = (self.stamp, self.parties.delimiters);
        let number = stamp.control_number(self.groups);
        self.groups += 1;
        self.members += 1;
        let code = |bytes, party: &Party| {
            let code = copied(bytes, 2, 15, delimiters).unwrap_or(&party.id).to_owned();
            if code.len() < 2 { "UNKNOWN".to_owned() } else { code }
        };
        let from = code(receiver, &self.parties.receiver);
        let to = code(sender, &self.parties.sender);
        let writer = self.open();
        writer.segment("GS").element(FUNCTIONAL_ID).element(&from).element(&to);
        writer.element(&stamp.date.ccyymmdd()).element(&stamp.time());
        kept(writer.element(&number.to_string()).element("X").element(GUIDE).end());
        (writer, number)
    }

    /// Ends the open interchange, if any.
    pub(super) fn close(&mut self) {
        if let Some(mut writer) = self.writer.take() {
            let number = self.stamp.control_number(self.interchanges.saturating_sub(1));
            writer.segment("IEA").element(&self.members.to_string());
            kept(writer.element(&format!("{number:09}")).end());
            self.done.extend_from_slice(writer.bytes());
        }
        self.members = 0;
    }

    /// The finished interchanges; they are handed out once.
    pub(super) fn take(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.done)
    }
}

fn header(writer: &mut Writer, stamp: &Stamp, parties: &Parties, number: &str) {
    let Parties { delimiters, sender, receiver, usage } = parties;
    let padded = |id: &str| format!("{id:<15}");
    // The two separators declared here cannot go through the writer's check of values.
    let separator = |byte: u8| char::from(byte);
    let element = separator(delimiters.element);
    let date = stamp.date.ccyymmdd();
    let cells = [
        "ISA".to_owned(),
        "00".to_owned(),
        " ".repeat(10),
        "00".to_owned(),
        " ".repeat(10),
        receiver.qualifier.clone(),
        padded(&receiver.id),
        sender.qualifier.clone(),
        padded(&sender.id),
        date.get(2..).unwrap_or("").to_owned(),
        stamp.time(),
        separator(delimiters.repetition.unwrap_or(b'^')).to_string(),
        "00501".to_owned(),
        number.to_owned(),
        "0".to_owned(),
        (*usage).to_owned(),
        separator(delimiters.component).to_string(),
    ];
    writer.raw(cells.join(element.to_string().as_str()).as_bytes());
}

/// Every value was checked against the separators of the answer before it was written.
pub(super) fn kept(written: Written) {
    debug_assert!(written.is_ok(), "a value of an answer holds a separator");
}

/// Functional id (GS01) and guide (GS08, ST03) of an implementation acknowledgment.
pub(super) const FUNCTIONAL_ID: &str = "FA";
pub(super) const GUIDE: &str = "005010X231A1";

/// Kinds of party id that ISA05 and ISA07 take.
pub const PARTY_QUALIFIERS: [&str; 9] = ["01", "14", "20", "27", "28", "29", "30", "33", "ZZ"];

//! Envelope: what stands around the transaction sets a writer makes?
//!
//! Partners, dates and control numbers are arguments. One interchange; a group for each guide.

use superbill_x12::{Delimiters, HoldsSeparator, Writer};

/// Everything around the transaction sets.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// Separators.
    pub delimiters: Delimiters,
    /// Sender: qualifier and id of the interchange.
    pub sender: (String, String),
    /// Receiver: qualifier and id of the interchange.
    pub receiver: (String, String),
    /// Sender of the groups, where the partner wants another than that of the interchange (GS02).
    pub application_sender: Option<String>,
    /// Receiver of the groups, likewise (GS03).
    pub application_receiver: Option<String>,
    /// Day, `CCYYMMDD`.
    pub date: String,
    /// Time, `HHMM`.
    pub time: String,
    /// Control number of the interchange and of its first group; further groups count on. Written in nine
    /// digits: past 999999999 it begins again at 1.
    pub control_number: u32,
    /// Whether the receiver is asked to acknowledge the interchange (ISA14).
    pub acknowledgment_requested: bool,
    /// `P` production or `T` test.
    pub usage: char,
}

impl Default for Envelope {
    fn default() -> Self {
        Self {
            delimiters: Delimiters::default(),
            sender: ("ZZ".into(), "SENDER".into()),
            receiver: ("ZZ".into(), "RECEIVER".into()),
            application_sender: None,
            application_receiver: None,
            date: "20260101".into(),
            time: "0000".into(),
            control_number: 1,
            acknowledgment_requested: false,
            usage: 'T',
        }
    }
}

impl Envelope {
    /// Writes ISA.
    ///
    /// # Errors
    /// [`HoldsSeparator`] where a partner's id holds a separator.
    pub fn open(&self, out: &mut Writer) -> Result<(), HoldsSeparator> {
        let Delimiters { element, component, repetition, segment } = self.delimiters;
        let separator = char::from(element);
        let text = format!(
            "ISA{s}00{s}          {s}00{s}          {s}{:2.2}{s}{:15.15}{s}{:2.2}{s}{:15.15}\
             {s}{:6.6}{s}{:4.4}{s}{}{s}00501{s}{:09}{s}{}{s}{}{s}{}",
            self.sender.0,
            self.sender.1,
            self.receiver.0,
            self.receiver.1,
            self.date.get(2..).unwrap_or(""),
            self.time,
            char::from(repetition.unwrap_or(b'^')),
            nine_digits(self.control_number),
            u8::from(self.acknowledgment_requested),
            self.usage,
            char::from(component),
            s = separator,
        );
        if let Some(&byte) = [&self.sender.1, &self.receiver.1]
            .into_iter()
            .flat_map(|id| id.as_bytes())
            .find(|&&byte| byte == element || byte == segment)
        {
            return Err(HoldsSeparator { byte });
        }
        out.raw(text.as_bytes());
        Ok(())
    }

    /// Writes GS: `functional_id` such as `HC`, `guide` as in GS08, `number` its control number.
    ///
    /// # Errors
    /// As [`Envelope::open`].
    pub fn open_group(
        &self,
        out: &mut Writer,
        functional_id: &str,
        guide: &str,
        number: u32,
    ) -> Result<(), HoldsSeparator> {
        out.segment("GS")
            .element(functional_id)
            .element(self.application_sender.as_ref().unwrap_or(&self.sender.1))
            .element(self.application_receiver.as_ref().unwrap_or(&self.receiver.1))
            .element(&self.date)
            .element(&self.time)
            .element(&nine_digits(number).to_string())
            .element("X")
            .element(guide)
            .end()
    }

    /// Writes GE, for a group of so many transaction sets.
    ///
    /// # Errors
    /// None in practice: numbers hold no separator that is usable.
    pub fn close_group(out: &mut Writer, sets: usize, number: u32) -> Result<(), HoldsSeparator> {
        out.segment("GE").element(&sets.to_string()).element(&nine_digits(number).to_string()).end()
    }

    /// Writes IEA, for an interchange of so many groups.
    ///
    /// # Errors
    /// As [`Envelope::close_group`].
    pub fn close(&self, out: &mut Writer, groups: usize) -> Result<(), HoldsSeparator> {
        let number = format!("{:09}", nine_digits(self.control_number));
        out.segment("IEA").element(&groups.to_string()).element(&number).end()
    }
}

/// A control number that fits: 1 to 999999999.
fn nine_digits(number: u32) -> u32 {
    number.saturating_sub(1) % 999_999_999 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_number_never_has_ten_digits() {
        let envelope = Envelope { control_number: u32::MAX, ..Envelope::default() };
        let mut out = Writer::new(Delimiters::default());
        envelope.open(&mut out).expect("no separator");
        envelope.open_group(&mut out, "HC", "005010X222A1", u32::MAX).expect("no separator");
        Envelope::close_group(&mut out, 0, u32::MAX).expect("no separator");
        envelope.close(&mut out, 1).expect("no separator");
        let bytes = out.into_bytes();
        assert_eq!(&bytes[105..109], b"~GS*");
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.ends_with("GE*0*294967299~IEA*1*294967299~"), "{text}");
        assert_eq!(
            (nine_digits(0), nine_digits(999_999_999), nine_digits(1_000_000_000)),
            (1, 999_999_999, 1)
        );
    }
}

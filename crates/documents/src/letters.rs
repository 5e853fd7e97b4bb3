//! Letters: which plain letters stand for one that a font or a scanner does not know?
//!
//! Latin letters lose their marks; Greek and Cyrillic are written as they are commonly romanised (ICAO 9303,
//! the table of machine-readable passports, for Cyrillic). What has no such writing is none.

/// The plain writing of a letter: letters, digits and signs of ASCII, of either case.
///
/// A mark that only combines with the letter before it is nothing, not none.
pub(crate) fn plain(letter: char) -> Option<&'static str> {
    let code = u32::from(letter);
    match code {
        0x20..=0x7e => piece(ASCII, code - 0x20),
        0xa0 => Some(" "),
        0xad => Some(""),
        0xa1..=0xff => listed(LATIN_1, code - 0xa1),
        0x100..=0x17f => listed(LATIN_A, code - 0x100),
        0x1a0 => Some("O"),
        0x1a1 => Some("o"),
        0x1af => Some("U"),
        0x1b0 => Some("u"),
        0x218 => Some("S"),
        0x219 => Some("s"),
        0x21a => Some("T"),
        0x21b => Some("t"),
        0x300..=0x36f => Some(""),
        0x391..=0x3ce => listed(GREEK, code - 0x391),
        0x401 => Some("E"),
        0x410..=0x42f => listed(CYRILLIC, code - 0x410),
        0x430..=0x44f => listed(CYRILLIC, code - 0x430).map(lower),
        0x451 => Some("e"),
        0x1ea0..=0x1ef9 => vietnamese(code),
        0x2010..=0x2015 | 0x2212 => Some("-"),
        0x2018..=0x201b => Some("'"),
        0x201c..=0x201f => Some("\""),
        0x2026 => Some("..."),
        0x2022 => Some("*"),
        0x20ac => Some("EUR"),
        0x2122 => Some("TM"),
        0x2002..=0x200b | 0x202f | 0x3000 => Some(" "),
        _ => None,
    }
}

/// One byte of a text of ASCII.
fn piece(text: &'static str, index: u32) -> Option<&'static str> {
    let index = usize::try_from(index).ok()?;
    text.get(index..=index)
}

/// An entry of a list with blanks between entries; `_` has no plain writing.
fn listed(list: &'static str, index: u32) -> Option<&'static str> {
    let entry = list.split_ascii_whitespace().nth(usize::try_from(index).ok()?)?;
    (entry != "_").then_some(entry)
}

/// Blocks of vowels with every pair of marks, capital and small in turn.
fn vietnamese(code: u32) -> Option<&'static str> {
    let pair = match code {
        0x1ea0..=0x1eb7 => "Aa",
        0x1eb8..=0x1ec7 => "Ee",
        0x1ec8..=0x1ecb => "Ii",
        0x1ecc..=0x1ee3 => "Oo",
        0x1ee4..=0x1ef1 => "Uu",
        _ => "Yy",
    };
    piece(pair, code % 2)
}

/// A romanised capital in small letters.
fn lower(capital: &'static str) -> &'static str {
    let capitals = CYRILLIC.split_ascii_whitespace();
    let smalls = CYRILLIC_SMALL.split_ascii_whitespace();
    capitals.zip(smalls).find(|(it, _)| *it == capital).map_or(capital, |(_, small)| small)
}

const ASCII: &str = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`\
                     abcdefghijklmnopqrstuvwxyz{|}~";

/// From the inverted exclamation mark.
const LATIN_1: &str = "! c _ _ _ | S _ (C) a << _ - (R) _ o +/- 2 3 ' u P . _ 1 o >> 1/4 1/2 3/4 ? \
    A A A A AE A AE C E E E E I I I I D N O O O O OE x O U U U UE Y TH ss \
    a a a a ae a ae c e e e e i i i i d n o o o o oe / o u u u ue y th y";

const LATIN_A: &str = "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g \
    H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N n N n n N n \
    O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u \
    W w Y y Y Z z Z z Z z s";

const GREEK: &str = "A V G D E Z I TH I K L M N X O P R _ S T Y F CH PS O I Y \
    a e i i y a v g d e z i th i k l m n x o p r s s t y f ch ps o i y o y o";

const CYRILLIC: &str = "A B V G D E ZH Z I I K L M N O P R S T U F KH TS CH SH SHCH IE Y \
    _ E IU IA";

const CYRILLIC_SMALL: &str = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y \
    _ e iu ia";

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        text.chars().map(plain).collect()
    }

    #[test]
    fn names_are_told_in_plain_letters() {
        for (name, expected) in [
            ("O'Neil-Smith 3", "O'Neil-Smith 3"),
            ("Zoë Peña", "Zoe Pena"),
            ("Łukasz Żółć", "Lukasz Zolc"),
            ("Čapek Ňufík", "Capek Nufik"),
            ("Größe", "Groesse"),
            ("Nguyễn Thị Bưởi", "Nguyen Thi Buoi"),
            ("Щукин Юрий", "SHCHukin IUrii"),
            ("Αθήνα", "Athina"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(told(name).as_deref(), Some(expected), "{name}");
        }
        assert_eq!(told("王"), None);
    }

    #[test]
    fn every_list_has_its_length() {
        assert_eq!(LATIN_1.split_ascii_whitespace().count(), 95);
        assert_eq!(LATIN_A.split_ascii_whitespace().count(), 128);
        assert_eq!(GREEK.split_ascii_whitespace().count(), 0x3ce - 0x391 + 1);
        assert_eq!(CYRILLIC.split_ascii_whitespace().count(), 32);
        assert_eq!(CYRILLIC_SMALL.split_ascii_whitespace().count(), 32);
    }
}
